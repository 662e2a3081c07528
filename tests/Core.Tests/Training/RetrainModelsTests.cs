using System.Text;
using System.Text.Json.Nodes;
using Matinee.Core.Models;
using Matinee.Core.Training.Runs;

namespace Matinee.Core.Tests.Training;

public sealed class RetrainModelsTests : IDisposable
{
    readonly TrainingWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Run_FirstModel_IsInServiceWithAllThatIsKnownOfIt()
    {
        var run = await _world.RunAsync();

        Assert.True(run.Outcome == RunOutcome.Promoted, run.Why);
        var current = await _world.Models.CurrentAsync();
        Assert.Equal(run.Version, current!.Version);
        var served = await _world.ServedAsync();
        Assert.Equal(("ials", "factorization"), (served.Lists.Kind, served.Stars.Kind));
        Assert.Equal(TrainingWorld.People, served.Community!.Neighbours.People.Count);
        Assert.Contains("sim:7", served.Community.Neighbours.People.Ids.ToArray().Select(served.Community.UserIdOf));
        var manifest = await _world.Models.ManifestAsync(run.Version!);
        Assert.InRange(manifest.Metrics["ndcg@10"].Value, manifest.Metrics["ndcg@10"].Low!.Value, manifest.Metrics["ndcg@10"].High!.Value);
        Assert.InRange(manifest.Metrics["rmse"].Value, 0.01, 1.2);
        Assert.Equal((1ul, "c0ffee", ServedModel.Kind), (manifest.Seed, manifest.GitCommit, manifest.Kind));
        Assert.Equal(8, (int)manifest.Parameters["lists"]!["parameters"]!["factors"]!);
        Assert.Equal((TrainingWorld.People, (long)(await _world.NewInputs().ReadAsync(TrainingWorld.Plan)).Ratings.Count), (manifest.Data.Users, manifest.Data.Ratings));
        Assert.Equal(run.Started, (await _world.History.FindAsync(run.Id))!.Started);
        Assert.Null(await _world.Retrain().RunningAsync());
    }

    [Fact]
    public async Task Run_NothingHasChanged_IsSkippedUnlessForced()
    {
        var first = await _world.RunAsync();

        var second = await _world.RunAsync();
        var forced = await _world.RunAsync(isForced: true);

        Assert.Equal((RunOutcome.Skipped, (ModelVersion?)null), (second.Outcome, second.Version));
        Assert.Contains(first.Version!.ToString(), second.Why, StringComparison.Ordinal);
        Assert.True(forced.Outcome == RunOutcome.Promoted, forced.Why);
        Assert.NotEqual(first.Version, forced.Version);
        Assert.Equal(await _world.FileAsync(first.Version), await _world.FileAsync(forced.Version!));
    }

    [Fact]
    public async Task Run_ARatingHasChanged_TrainsAgain()
    {
        var first = await _world.RunAsync();
        _world.Ratings.Rate("sim:3", 5, 0.5);

        var second = await _world.RunAsync();

        Assert.True(second.Outcome == RunOutcome.Promoted, second.Why);
        Assert.NotEqual(first.Digest, second.Digest);
    }

    [Fact]
    public async Task Run_WithoutConsent_NobodysIdOrRatingIsInTheModel()
    {
        foreach (var (user, person) in new[] { ("anna", 1), ("bert", 2), ("carl", 3) }) _world.Populate(user, person, _world.Clock.GetUtcNow());
        _world.Consents.Set("anna", ratings: true);
        _world.Consents.Set("bert", ratings: false);
        // Carl was never asked.

        var run = await _world.RunAsync();

        var file = Encoding.Latin1.GetString(await _world.FileAsync(run.Version!));
        Assert.Contains("anna", file, StringComparison.Ordinal);
        Assert.DoesNotContain("bert", file, StringComparison.Ordinal);
        Assert.DoesNotContain("carl", file, StringComparison.Ordinal);
        Assert.Equal(TrainingWorld.People + 1, run.Data!.Users);
    }

    [Fact]
    public async Task Run_ConsentIsWithdrawn_TheNextModelIsWhatItWouldBeWithoutThem()
    {
        _world.Populate("anna", 1, _world.Clock.GetUtcNow());
        _world.Consents.Set("anna", ratings: true);
        var with = await _world.RunAsync();
        _world.Consents.Set("anna", ratings: false);

        var without = await _world.RunAsync();

        using var other = new TrainingWorld();
        var never = await other.RunAsync();
        Assert.Equal(RunOutcome.Promoted, without.Outcome);
        Assert.NotEqual(await _world.FileAsync(with.Version!), await _world.FileAsync(without.Version!));
        Assert.Equal(BytesOf(await other.ServedAsync()), BytesOf(await _world.ServedAsync()));
        Assert.Equal(
            (await other.ServedAsync()).Portraits!.Portraits.Select(portrait => portrait.Size), (await _world.ServedAsync()).Portraits!.Portraits.Select(portrait => portrait.Size));

        // Portraits go on from those before them: their ids and names are no secret, and of no one person.
        static byte[] BytesOf(ServedModel served)
        {
            using var stream = new MemoryStream();
            new ServedModel(served.Lists, served.Stars, served.Community).Write().WriteTo(stream);
            return stream.ToArray();
        }
    }

    [Fact]
    public async Task Run_ConsentIsWithdrawnWhileItTrains_TheyAreNotPublished()
    {
        _world.Populate("anna", 1, _world.Clock.GetUtcNow());
        _world.Consents.Set("anna", ratings: true);
        var plan = TrainingWorld.PlanOf(TrainingWorld.Doing("withdrawing", _ => _world.Consents.Set("anna", ratings: false)));

        var run = await _world.RunAsync(plan);

        Assert.Equal(TrainingWorld.People + 1, run.Data!.Users);
        Assert.DoesNotContain("anna", Encoding.Latin1.GetString(await _world.FileAsync(run.Version!)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoRatings_IsSkipped()
    {
        using var empty = new TrainingWorld(isEmpty: true);
        empty.Ratings.Rate("unasked", 1, 5);

        var run = await empty.RunAsync();

        Assert.Equal(RunOutcome.Skipped, run.Outcome);
        Assert.Null((await empty.Models.CurrentAsync())!.Version);
    }

    [Fact]
    public async Task Run_MostRatingsAreGone_KeepsTheModelUntilAnOperatorSaysOtherwise()
    {
        var first = await _world.RunAsync();
        for (var person = 0; person < TrainingWorld.People * 3 / 4; person++)
        {
            for (var film = 0; film < TrainingWorld.Films; film++) _world.Ratings.Rate($"sim:{person}", film, null);
        }

        var second = await _world.RunAsync();
        var third = await _world.RunAsync();
        Assert.Equal((RunOutcome.Kept, RunOutcome.Kept), (second.Outcome, third.Outcome));
        Assert.Equal(first.Version, (await _world.Models.CurrentAsync())!.Version);

        var forced = await _world.RunAsync(isForced: true);

        Assert.Equal(RunOutcome.Promoted, forced.Outcome);
    }

    [Fact]
    public async Task Run_AnotherVersionIsPromotedMeanwhile_ItStays()
    {
        var first = await _world.RunAsync();
        _world.Ratings.Rate("sim:3", 5, 0.5);
        var second = await _world.RunAsync();
        _world.Ratings.Rate("sim:3", 5, 5);
        var plan = TrainingWorld.PlanOf(TrainingWorld.Doing("slow", _ => RollBack()));

        var third = await _world.RunAsync(plan);

        Assert.Equal(RunOutcome.Kept, third.Outcome);
        Assert.NotNull(third.Version);
        Assert.Equal(first.Version, (await _world.Models.CurrentAsync())!.Version);
        Assert.NotEqual(first.Version, second.Version);

        void RollBack()
        {
            var current = _world.Models.CurrentAsync().GetAwaiter().GetResult()!;
            if (current.Version == second.Version) _world.Models.RollBackAsync(current).GetAwaiter().GetResult();
        }
    }

    [Fact]
    public async Task Run_TheModelInServiceIsRewrittenWithoutSomebodyMeanwhile_IsPromotedOverIt()
    {
        var first = await _world.RunAsync();
        _world.Ratings.Rate("sim:3", 5, 0.5);
        var isRewritten = false;
        var plan = TrainingWorld.PlanOf(TrainingWorld.Doing("slow", _ => RewriteAsync().GetAwaiter().GetResult()));

        var second = await _world.RunAsync(plan);

        Assert.True(isRewritten);
        Assert.True(second.Outcome == RunOutcome.Promoted, second.Why);
        Assert.Equal(second.Version, (await _world.Models.CurrentAsync())!.Version);

        async Task RewriteAsync()
        {
            if (isRewritten) return;
            isRewritten = true;
            var served = await _world.ServedAsync();
            var rewritten = await _world.Models.PublishAsync(served.Without("sim:1").Write(), await _world.Models.ManifestAsync(first.Version!));
            await _world.Models.PromoteAsync(rewritten.Version!, (await _world.Models.CurrentAsync())!);
        }
    }

    [Fact]
    public async Task Run_Promoted_TellsWhoWantsToKnowAndPrunes()
    {
        var listener = new Listener();
        _world.Listeners.Add(listener);
        _world.Options = _world.Options with { Retention = new() { Keep = 2 } };
        for (var i = 0; i < 5; i++) await _world.RunAsync(isForced: true);

        Assert.Equal(5, listener.Told);
        Assert.Equal(2, (await _world.Models.ListAsync()).Count);
    }

    [Fact]
    public async Task Run_Repeated_HistoryIsBoundedAndTheLatestFirst()
    {
        _world.Options = _world.Options with { KeptRuns = 3 };
        var ids = new List<string>();
        for (var i = 0; i < 6; i++) ids.Add((await _world.RunAsync()).Id);

        var latest = await _world.History.LatestAsync(100);

        Assert.Equal(Enumerable.Reverse(ids).Take(3), latest.Select(run => run.Id));
    }

    [Fact]
    public async Task Manifest_MadeByHandWithoutARecipe_IsNoMeasureButNoObstacle()
    {
        var first = await _world.RunAsync();
        var manifest = await _world.Models.ManifestAsync(first.Version!) with { Parameters = new JsonObject { ["lists"] = "by hand" } };
        var published = await _world.Models.PublishAsync((await _world.ServedAsync()).Write(), manifest);
        await _world.Models.PromoteAsync(published.Version!, (await _world.Models.CurrentAsync())!);

        var second = await _world.RunAsync();

        Assert.True(second.Outcome == RunOutcome.Promoted, second.Why);
        Assert.Contains(second.Contenders, contender => contender.Name == "popularity");
    }

    sealed class Listener : IModelChanged
    {
        public int Told { get; private set; }

        public Task TellAsync(CancellationToken cancellation = default)
        {
            Told++;
            return Task.CompletedTask;
        }
    }
}
