using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Matinee.Api.Tests.Hosting;
using Matinee.Core.Training;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Operations;

public sealed class ModelTests : IAsyncLifetime
{
    MatineeHost _host = null!;
    HttpClient _operator = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await MatineeHost.StartAsync(services: SmallCommunity.TrainFast);
        _operator = _host.NewClient();
        _operator.DefaultRequestHeaders.Add("x-functions-key", MatineeHost.OperatorKey);
    }

    public async ValueTask DisposeAsync()
    {
        _operator.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Retrain_OverHttp_EndsWithAModelInService()
    {
        await SmallCommunity.ImportAsync(_host.Services.GetRequiredService<SnapshotStore>());

        var run = await RetrainAsync();

        Assert.Equal("promoted", (string?)run["outcome"]);
        Assert.Equal(SmallCommunity.People, (int)run["data"]!["users"]!);
        var models = await _operator.GetAsync("operations/models").JsonAsync();
        Assert.Equal((string?)run["version"], (string?)models["current"]);
        var version = models["versions"]!.AsArray().Single()!;
        Assert.True((bool)version["isInService"]!);
        Assert.True((double)version["metrics"]!["rmse"]!["low"]! < (double)version["metrics"]!["rmse"]!["high"]!);
        Assert.Equal((string?)run["id"], (string?)models["runs"]![0]!["id"]);
        Assert.Null(models["running"]);

        Assert.Equal("skipped", (string?)(await RetrainAsync())["outcome"]);
        Assert.Equal("promoted", (string?)(await RetrainAsync("?force=true"))["outcome"]);
    }

    [Fact]
    public async Task Retrain_WhileAnotherGoesOn_IsAConflict()
    {
        var turn = await _host.Services.GetRequiredService<RetrainModels>().BeginAsync(isForced: false);

        var problem = await _operator.PostAsync("operations/retrain", null).ProblemAsync("conflict");
        var models = await _operator.GetAsync("operations/models").JsonAsync();

        Assert.Contains(turn!.Record.Id, (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Equal(turn.Record.Id, (string?)models["running"]!["run"]);
    }

    [Fact]
    public async Task Change_RollBackAndPromote_PutsThatVersionIntoService()
    {
        await SmallCommunity.ImportAsync(_host.Services.GetRequiredService<SnapshotStore>());
        var first = (string)(await RetrainAsync())["version"]!;
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = (string)(await RetrainAsync("?force=true"))["version"]!;

        var back = await ChangeAsync(new { action = "rollback" }).JsonAsync();
        Assert.Equal(first, (string?)back["current"]);
        Assert.NotNull(back["history"]![0]!["rolledBackAt"]);
        var again = await ChangeAsync(new { action = "promote", version = second }).JsonAsync();
        Assert.Equal(second, (string?)again["current"]);
    }

    [Fact]
    public async Task Change_WhatCannotBe_IsRefused()
    {
        await ChangeAsync(new { action = "rollback" }).ProblemAsync("model_not_found");
        await ChangeAsync(new { action = "promote", version = "20260131-235959123-8f3a91c2" }).ProblemAsync("model_not_found");
        await ChangeAsync(new { action = "promote", version = "latest" }).ProblemAsync("invalid_value");
        await ChangeAsync(new { action = "promote" }).ProblemAsync("invalid_value");
        await ChangeAsync(new { action = "rollback", version = "20260131-235959123-8f3a91c2" }).ProblemAsync("invalid_value");
        await ChangeAsync(new { action = "delete" }).ProblemAsync("invalid_json");
        await ChangeAsync(new { action = "rollback", really = true }).ProblemAsync("invalid_json");
    }

    [Theory]
    [InlineData("20260131-235959123-8f3a91c2")]
    [InlineData("..%2Fcurrent")]
    public async Task GetRun_Unknown_IsNotFound(string id) => await _operator.GetAsync($"operations/runs/{id}").ProblemAsync("run_not_found");

    [Fact]
    public async Task Retrain_HostEndsInTheMiddle_IsWrittenDownAsCancelled()
    {
        using var data = new TemporaryData();
        await using (var host = await data.StartAsync(options => options with { NoTrain = true }, services => services.AddSingleton(new TrainingPlan
        {
            Candidates = [StandardCandidates.Als(new() { Factors = 256, Epochs = 1000 }), StandardCandidates.Factorization()],
        })))
        {
            await SmallCommunity.ImportAsync(host.Services.GetRequiredService<SnapshotStore>());
            await host.Services.GetRequiredService<BackgroundRetraining>().StartAsync(isForced: false);
        }

        await using var again = await data.StartAsync(options => options with { NoTrain = true });
        var retrain = again.Services.GetRequiredService<RetrainModels>();
        Assert.Null(await retrain.RunningAsync());
        Assert.Equal(Core.Training.Runs.RunOutcome.Cancelled, (await again.Services.GetRequiredService<Core.Training.Runs.RunHistory>().LatestAsync(1))[0].Outcome);
    }

    Task<HttpResponseMessage> ChangeAsync(object change) => _operator.PostAsJsonAsync("operations/models", change);

    async Task<JsonNode> RetrainAsync(string query = "")
    {
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        using var accepted = await _operator.PostAsync($"operations/retrain{query}", null);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        return await Patience.ForAsync(async () =>
        {
            var run = await _operator.GetAsync(accepted.Headers.Location).JsonAsync();
            return (string?)run["outcome"] == "running" ? null : run;
        }, "the end of the run");
    }
}
