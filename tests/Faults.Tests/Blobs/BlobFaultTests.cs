using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Matinee.Core.Blobs;
using Matinee.Core.Models;
using Matinee.Core.Training;
using Matinee.Faults.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Matinee.Faults.Tests.Blobs;

/// <summary>Blobs that are away, give half a file, or hold a damaged model: what was loaded goes on serving, and health says what is wrong.</summary>
public sealed class BlobFaultTests : IAsyncLifetime
{
    const int Hurry = 40; // a look at the pointer every second or so, in place of every half minute

    FaultyBlobs _blobs = null!;
    FaultHost _host = null!;
    HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await FaultHost.StartAsync(services =>
        {
            SmallCommunity.TrainFast(services);
            _blobs = new((IBlobs)services.Last(static one => one.ServiceType == typeof(IBlobs)).ImplementationInstance!);
            services.Replace(ServiceDescriptor.Singleton<IBlobs>(_blobs));
        }, new TestClock(Hurry), TimeSpan.FromMinutes(5));
        await SmallCommunity.ImportAsync(_host.Services.GetRequiredService<SnapshotStore>(), firstFilm: 1);
        _client = _host.Client(_host.Viewers[0]);
        for (var film = 1; film <= 8; film++)
        {
            using var rated = await _client.PutAsJsonAsync($"me/ratings/{film}", new { stars = 1 + film % 4 });
            rated.EnsureSuccessStatusCode();
        }
    }

    [Fact]
    public async Task Recommend_BlobsAreAway_TheModelServesOnAndHealthIsDegraded()
    {
        var version = await TrainAsync();

        _blobs.AreAway = true;
        await HealthAsync("model", "degraded", "can't be");
        var parts = await PartsAsync();

        Assert.Equal("degraded", (string?)parts["blobs"]!["status"]);
        Assert.DoesNotContain("secret-place", parts.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(version, await ServingAsync());
        using var rated = await _client.PutAsJsonAsync("me/ratings/20", new { stars = 5 });
        Assert.True(rated.IsSuccessStatusCode);

        _blobs.AreAway = false;
        await HealthAsync("model", "ok", version);
        Assert.Equal("ok", (string?)(await PartsAsync())["blobs"]!["status"]);
    }

    [Fact]
    public async Task Recommend_NoModelCouldBeLoaded_PopularFilmsServe()
    {
        _blobs.AreAway = true;

        Assert.Equal("popularity", await ServingAsync());
        Assert.Equal("degraded", (string?)(await PartsAsync())["model"]!["status"]);
    }

    [Fact]
    public async Task Recommend_TheNextModelComesInHalves_TheOldOneServesUntilItIsWhole()
    {
        var first = await TrainAsync();
        var copy = await CopyAsync(first);
        _blobs.AreHalf = true;
        await _host.Services.GetRequiredService<IModelStore>().PromoteAsync(copy, await CurrentAsync());

        await HealthAsync("model", "degraded", $"It could not be loaded here; {first} serves.");
        Assert.Equal(first, await ServingAsync());

        _blobs.AreHalf = false;
        await HealthAsync("model", "ok", copy.ToString());
        Assert.Equal(copy.ToString(), await ServingAsync());
    }

    [Fact]
    public async Task Recommend_TheCurrentModelIsDamaged_TheOldOneServesUntilAnotherIsPromoted()
    {
        var first = await TrainAsync();
        var copy = await CopyAsync(first);
        var name = $"models/{copy}/model.bin";
        await _blobs.DeleteAsync(name);
        await _blobs.UploadAsync(name, static to => to.WriteAsync(Encoding.ASCII.GetBytes(new string('x', 5000))).AsTask());
        var models = _host.Services.GetRequiredService<IModelStore>();
        await models.PromoteAsync(copy, await CurrentAsync());

        await HealthAsync("model", "degraded", $"It could not be loaded here; {first} serves.");
        Assert.Equal(first, await ServingAsync());

        await models.RollBackAsync(await CurrentAsync());
        await HealthAsync("model", "ok", first);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    async Task<string> TrainAsync()
    {
        var run = await _host.Services.GetRequiredService<RetrainModels>().RunAsync();
        Assert.True(run?.Version is not null, $"{run?.Outcome}: {run?.Why}");
        return run!.Version!.ToString();
    }

    async Task<ModelVersion> CopyAsync(string version)
    {
        var models = _host.Services.GetRequiredService<IModelStore>();
        var parsed = ModelVersion.TryParse(version)!;
        var manifest = await models.ManifestAsync(parsed);
        var copy = await models.PublishAsync(ServedModel.Read(await models.OpenAsync(parsed)).Write(), manifest);
        return copy.Version!;
    }

    async Task<CurrentModel> CurrentAsync() => (await _host.Services.GetRequiredService<IModelStore>().CurrentAsync())!;

    async Task<JsonNode> PartsAsync() => (await _client.JsonAsync("health/ready"))["parts"]!;

    Task HealthAsync(string part, string status, string detail) => Patience.UntilAsync(async () =>
    {
        var found = (await PartsAsync())[part]!;
        return (string?)found["status"] == status && ((string?)found["detail"])!.Contains(detail, StringComparison.Ordinal);
    }, $"{part} is {status}: {detail}");

    async Task<string?> ServingAsync() => (string?)(await _client.JsonAsync("recommendations"))["modelVersion"];
}
