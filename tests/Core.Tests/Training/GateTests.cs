using System.Text.Json.Nodes;
using Matinee.Core.Models;
using Matinee.Core.Training;
using Matinee.Core.Training.Runs;
using Matinee.Engine.Models;

namespace Matinee.Core.Tests.Training;

/// <summary>What it takes to get into service, and to stay there.</summary>
public sealed class GateTests : IDisposable
{
    static readonly TimeSpan s_week = TimeSpan.FromDays(7);

    readonly TrainingWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Run_DeliberatelyBadModel_IsNotPromoted()
    {
        var first = await _world.RunAsync(Strict(StandardCandidates.Als(TrainingWorld.GoodLists)));
        _world.Ratings.Rate("sim:3", 5, 0.5);
        var backwards = new TrainingCandidate("backwards", Goal.Lists, [], _ => new BackwardsTrainer(new Engine.Als.AlsTrainer(TrainingWorld.GoodLists)));

        var run = await _world.RunAsync(Strict(backwards));

        Assert.Equal((RunOutcome.Kept, (ModelVersion?)null), (run.Outcome, run.Version));
        Assert.Equal(first.Version, (await _world.Models.CurrentAsync())!.Version);
        var bad = run.Contenders.Single(contender => contender.Name == "backwards");
        Assert.Equal("worse by more than chance", bad.Verdict);
        Assert.True(bad.Difference!.High < 0, "The whole interval of the difference is on the wrong side.");
        Assert.Contains("'ials' stays: nothing is better", run.Why, StringComparison.Ordinal);
        Assert.Contains("'factorization' stays", run.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_BetterListModel_TakesItsPlaceAndTheStarModelStaysAsItIs()
    {
        var bad = StandardCandidates.Als(TrainingWorld.BadLists);
        await _world.RunAsync(Strict(bad) with { References = [bad, StandardCandidates.Baseline()] });
        var before = await _world.ServedAsync();
        var (_, born) = await StarsAsync();
        _world.Ratings.Rate("sim:3", 5, 0.5);
        _world.Clock.Advance(TimeSpan.FromDays(1));

        var run = await _world.RunAsync(Strict(StandardCandidates.Als(TrainingWorld.GoodLists)));

        Assert.True(run.Outcome == RunOutcome.Promoted, run.Why);
        Assert.Contains("it is better by more than chance", run.Why, StringComparison.Ordinal);
        Assert.Contains("'factorization' stays", run.Why, StringComparison.Ordinal);
        Assert.Equal(BytesOf(before.Stars), BytesOf((await _world.ServedAsync()).Stars));
        Assert.NotEqual(BytesOf(before.Lists), BytesOf((await _world.ServedAsync()).Lists));
        Assert.Equal(born, (await StarsAsync()).Trained);
    }

    [Fact]
    public async Task Run_NothingBetterButTheOneInServiceIsOld_IsTrainedAnew()
    {
        var plan = Strict(StandardCandidates.Als(TrainingWorld.GoodLists));
        var first = await _world.RunAsync(plan);
        _world.Ratings.Rate("sim:3", 5, 0.5);
        _world.Clock.Advance(s_week - TimeSpan.FromHours(1));
        var young = await _world.RunAsync(plan);
        _world.Clock.Advance(TimeSpan.FromHours(2));

        var old = await _world.RunAsync(plan);

        Assert.Equal((RunOutcome.Kept, RunOutcome.Promoted), (young.Outcome, old.Outcome));
        Assert.Contains("it is only 6 days old", young.Why, StringComparison.Ordinal);
        Assert.Contains("'ials' as before, trained anew", old.Why, StringComparison.Ordinal);
        Assert.NotEqual(first.Version, old.Version);
    }

    [Fact]
    public async Task Run_ManyRatingsAreNew_AYoungModelGivesWayToo()
    {
        var plan = Strict(StandardCandidates.Als(TrainingWorld.GoodLists));
        await _world.RunAsync(plan);
        for (var person = 0; person < TrainingWorld.People / 5; person++) _world.Populate($"sim:new-{person}", person, _world.Clock.GetUtcNow());

        var run = await _world.RunAsync(plan);

        Assert.True(run.Outcome == RunOutcome.Promoted, run.Why);
    }

    [Fact]
    public async Task Run_SomebodyHasWithdrawn_NoModelStaysThatLearnedFromThem()
    {
        var plan = Strict(StandardCandidates.Als(TrainingWorld.GoodLists));
        _world.Populate("anna", 1, _world.Clock.GetUtcNow());
        _world.Consents.Set("anna", ratings: true);
        await _world.RunAsync(plan);
        var before = await _world.ServedAsync();
        _world.Consents.Set("anna", ratings: false);

        var run = await _world.RunAsync(plan);

        Assert.True(run.Outcome == RunOutcome.Promoted, run.Why);
        var after = await _world.ServedAsync();
        Assert.NotEqual(BytesOf(before.Lists), BytesOf(after.Lists));
        Assert.NotEqual(BytesOf(before.Stars), BytesOf(after.Stars));
        using var other = new TrainingWorld();
        await other.RunAsync(plan);
        Assert.Equal(BytesOf((await other.ServedAsync()).Lists), BytesOf(after.Lists));
    }

    [Fact]
    public async Task RollBack_IsOneWriteAndItIsThePointers()
    {
        var first = await _world.RunAsync();
        await _world.RunAsync(isForced: true);
        var before = await BlobsAsync();
        _world.Blobs.Revive();

        await _world.Models.RollBackAsync((await _world.Models.CurrentAsync())!);

        Assert.Equal(1, _world.Blobs.Changes);
        Assert.Equal(["models/current.json"], (await BlobsAsync()).Except(before).Select(blob => blob.Name));
        Assert.Equal(first.Version, (await _world.Models.CurrentAsync())!.Version);
    }

    static TrainingPlan Strict(params TrainingCandidate[] lists) =>
        TrainingWorld.PlanOf(lists) with { Gate = TrainingWorld.Plan.Gate with { FreshForDays = s_week.Days } };

    static byte[] BytesOf(IModel model)
    {
        using var stream = new MemoryStream();
        ModelReader.Write(model, stream);
        return stream.ToArray();
    }

    async Task<(string Name, string Trained)> StarsAsync()
    {
        var manifest = await _world.Models.ManifestAsync((await _world.Models.CurrentAsync())!.Version!);
        var stars = (JsonObject)manifest.Parameters["stars"]!;
        return ((string)stars["name"]!, (string)stars["trained"]!);
    }

    async Task<List<(string Name, string? Content)>> BlobsAsync()
    {
        var blobs = new List<(string, string?)>();
        await foreach (var blob in _world.Blobs.ListAsync("models/"))
        {
            await using var stream = (await _world.Blobs.OpenAsync(blob.Name))!;
            blobs.Add((blob.Name, Convert.ToHexString(await System.Security.Cryptography.SHA256.HashDataAsync(stream))));
        }

        return blobs;
    }
}
