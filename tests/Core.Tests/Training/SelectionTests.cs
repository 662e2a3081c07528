using System.Text.Json.Nodes;
using Matinee.Core.Training;
using Matinee.Core.Training.Runs;
using Matinee.Engine.Als;
using Matinee.Engine.Models;

namespace Matinee.Core.Tests.Training;

public sealed class SelectionTests : IDisposable
{
    static readonly TrainingPlan s_bad = TrainingWorld.PlanOf(StandardCandidates.Als(TrainingWorld.BadLists));

    readonly TrainingWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Run_CandidateIsWorseThanTheOneInService_TheRecipeInServiceStaysAndLearnsWhatIsNew()
    {
        await _world.RunAsync();
        _world.Ratings.Rate("sim:3", 5, 0.5);

        var run = await _world.RunAsync(s_bad);

        var manifest = await _world.Models.ManifestAsync(run.Version!);
        Assert.Equal(TrainingWorld.GoodLists.Factors, (int)manifest.Parameters["lists"]!["parameters"]!["factors"]!);
        var lists = run.Contenders.Where(contender => contender is { Goal: Goal.Lists, Name: "ials" }).ToList();
        Assert.Equal(["worse by more than chance", "chosen"], lists.Select(contender => contender.Verdict));
        Assert.True(lists[0].Difference!.High < 0, "The whole interval of the difference is on the wrong side.");
        Assert.Equal(lists[0].Value!.Value - lists[1].Value!.Value, lists[0].Difference!.Value, 10);
        Assert.Contains("'ials' as before, trained anew", run.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_CandidateIsBetterThanTheOneInService_TakesItsPlace()
    {
        // The bad one comes into service because nothing else is there to compare with.
        await _world.RunAsync(s_bad with { References = [StandardCandidates.Als(TrainingWorld.BadLists), StandardCandidates.Baseline()] });
        _world.Ratings.Rate("sim:3", 5, 0.5);

        var run = await _world.RunAsync();

        var chosen = run.Contenders.Single(contender => contender is { Goal: Goal.Lists, Verdict: "chosen" });
        Assert.True(chosen.Difference!.Low > 0, "The whole interval of the difference is on the good side.");
        Assert.Equal(TrainingWorld.GoodLists.Factors, (int)(await _world.Models.ManifestAsync(run.Version!)).Parameters["lists"]!["parameters"]!["factors"]!);
    }

    [Fact]
    public async Task Run_FirstCandidateIsWorseThanPopularity_PopularityServes()
    {
        var run = await _world.RunAsync(TrainingWorld.PlanOf(Backwards()));

        Assert.Equal("popularity", (await _world.ServedAsync()).Lists.Kind);
        Assert.Contains(run.Contenders, contender => contender is { Name: "backwards", Verdict: "worse by more than chance" });
    }

    [Fact]
    public async Task Run_ACandidateFails_TheOthersCompete()
    {
        var failing = TrainingWorld.Doing("failing", _ => throw new InvalidOperationException("It has no idea."));

        var run = await _world.RunAsync(TrainingWorld.PlanOf(failing, StandardCandidates.Als(TrainingWorld.GoodLists)));

        Assert.Equal("ials", (await _world.ServedAsync()).Lists.Kind);
        Assert.Equal("It has no idea.", run.Contenders.Single(contender => contender.Name == "failing").Verdict);
    }

    [Fact]
    public async Task Run_ACandidateTakesTooLong_IsOutAndTheReferenceServes()
    {
        var slow = TrainingWorld.Doing("slow", run =>
        {
            run.Cancellation.WaitHandle.WaitOne();
            run.Cancellation.ThrowIfCancellationRequested();
        });

        var run = await _world.RunAsync(TrainingWorld.PlanOf(slow) with { Budget = TimeSpan.FromSeconds(1) });

        Assert.StartsWith("not done within", run.Contenders.Single(contender => contender.Name == "slow").Verdict, StringComparison.Ordinal);
        Assert.Equal("popularity", (await _world.ServedAsync()).Lists.Kind);
    }

    [Fact]
    public async Task Run_TooFewPeopleToAsk_WhatIsInServiceOrThePlainestServes()
    {
        _world.Options = _world.Options with { Division = _world.Options.Division with { MinUsers = TrainingWorld.People + 1 } };

        var first = await _world.RunAsync();
        Assert.Equal(("popularity", "baseline"), ((await _world.ServedAsync()).Lists.Kind, (await _world.ServedAsync()).Stars.Kind));
        Assert.Empty(first.Contenders);
        Assert.Empty((await _world.Models.ManifestAsync(first.Version!)).Metrics);

        _world.Options = _world.Options with { Division = _world.Options.Division with { MinUsers = 1 } };
        await _world.RunAsync(isForced: true);
        _world.Options = _world.Options with { Division = _world.Options.Division with { MinUsers = TrainingWorld.People + 1 } };
        await _world.RunAsync(isForced: true);

        Assert.Equal(("ials", "factorization"), ((await _world.ServedAsync()).Lists.Kind, (await _world.ServedAsync()).Stars.Kind));
    }

    [Fact]
    public async Task Run_TwoCandidates_TheBetterOneServesAndTheRecordSaysSo()
    {
        var run = await _world.RunAsync(TrainingWorld.PlanOf(StandardCandidates.Als(TrainingWorld.BadLists), StandardCandidates.Als(TrainingWorld.GoodLists)));

        var lists = run.Contenders.Where(contender => contender is { Goal: Goal.Lists, Name: "ials" }).ToList();
        Assert.Equal(["not the best", "chosen"], lists.Select(contender => contender.Verdict));
        Assert.True(lists[1].Value!.Value > lists[0].Value!.Value);
    }

    [Fact]
    public async Task Run_AllRatingsOfOneTime_AsksAboutSomeOfEveryones()
    {
        using var world = new TrainingWorld(isEmpty: true);
        for (var person = 0; person < 40; person++)
        {
            for (var film = 0; film < 12; film++) world.Ratings.Rate($"sim:{person}", (film + person % 2 * 12) % 24, 3 + film % 2, DateTimeOffset.UnixEpoch);
        }

        var run = await world.RunAsync();

        Assert.True(run.Outcome == RunOutcome.Promoted, run.Why);
        Assert.All((await world.Models.ManifestAsync(run.Version!)).Boards, board => Assert.Contains("of everyone's ratings", board.Protocol, StringComparison.Ordinal));
        Assert.NotEmpty(run.Contenders);
    }

    [Fact]
    public void Recall_WhatWasWrittenDown_IsTheSameAgain()
    {
        foreach (var candidate in new[] { StandardCandidates.Als(TrainingWorld.BadLists), StandardCandidates.Factorization(TrainingWorld.GoodStars), StandardCandidates.Popularity(new() { HalfLifeDays = 30 }), StandardCandidates.Baseline(),
            StandardCandidates.Ease(new() { Regularization = 70 }), MixedCandidates.Hybrid(new() { Als = TrainingWorld.GoodLists }), MixedCandidates.Blend(new() { Ridge = 0.5 }),
            MixedCandidates.Blend(new() { Forest = new() { Trees = 7 } }), StandardCandidates.Content(), StandardCandidates.ItemNeighbours(new() { Neighbours = 9 }),
            StandardCandidates.Neural(new() { Epochs = 3 }), MixedCandidates.Ridge(new() { Regularization = 7 }), MixedCandidates.Forest(new() { Trees = 5 }) })
        {
            var written = JsonNode.Parse(candidate.ToRecipe().ToJsonString())!;

            var recalled = StandardCandidates.Recall((string)written["name"]!, written["parameters"]!.AsObject());

            Assert.True(candidate.IsSameAs(recalled!), candidate.Name);
        }
    }

    [Fact]
    public void Recall_AnOptionThatIsNewer_HasItsDefault()
    {
        var parameters = new JsonObject { ["factors"] = 5 };

        var recalled = StandardCandidates.Recall("ials", parameters);

        Assert.True(StandardCandidates.Als(new() { Factors = 5 }).IsSameAs(recalled!));
    }

    [Fact]
    public void Recall_AnOptionOfAPartThatIsNewer_HasItsDefault()
    {
        var parameters = new JsonObject { ["als"] = new JsonObject { ["factors"] = 5 } };

        var recalled = StandardCandidates.Recall("hybrid", parameters);

        Assert.True(MixedCandidates.Hybrid(new() { Als = new() { Factors = 5 } }).IsSameAs(recalled!));
    }

    [Fact]
    public async Task Run_MoreFilmsThanACandidateTakes_IsOutAndItIsSaid()
    {
        var small = StandardCandidates.Als(TrainingWorld.GoodLists) with { MaxFilms = TrainingWorld.Films - 1 };

        var run = await _world.RunAsync(TrainingWorld.PlanOf(small));

        var verdict = run.Contenders.Single(contender => contender.Name == "ials").Verdict;
        Assert.Equal($"not for more than {TrainingWorld.Films - 1} films, and there are {TrainingWorld.Films}", verdict);
        Assert.Equal("popularity", (await _world.ServedAsync()).Lists.Kind);
    }

    [Fact]
    public async Task Run_NothingInService_TheFirstBudgetCounts()
    {
        var slow = TrainingWorld.Doing("slow", run =>
        {
            run.Cancellation.WaitHandle.WaitOne();
            run.Cancellation.ThrowIfCancellationRequested();
        });

        var run = await _world.RunAsync(TrainingWorld.PlanOf(StandardCandidates.Als(TrainingWorld.GoodLists), slow) with { FirstBudget = TimeSpan.FromSeconds(1) });

        Assert.Equal("not done within 00:00:01", run.Contenders.Single(contender => contender.Name == "slow").Verdict);
        Assert.Equal("ials", (await _world.ServedAsync()).Lists.Kind);
    }

    [Fact]
    public async Task Run_NothingInServiceOnASlowMachine_TheCheapestCandidateIsWaitedFor()
    {
        var run = await _world.RunAsync(TrainingWorld.PlanOf(StandardCandidates.Als(TrainingWorld.GoodLists), StandardCandidates.Ease()) with { FirstBudget = TimeSpan.FromTicks(1) });

        Assert.StartsWith("not done within", run.Contenders.Single(contender => contender.Name == "ease").Verdict, StringComparison.Ordinal);
        Assert.Equal("ials", (await _world.ServedAsync()).Lists.Kind);
    }

    [Fact]
    public async Task Run_Boards_HoldAllWhoWereMeasuredBestFirstNextToWhatAnyoneCouldDo()
    {
        var run = await _world.RunAsync();

        var boards = (await _world.Models.ManifestAsync(run.Version!)).Boards;
        Assert.Equal([Goal.Lists, Goal.Stars], boards.Select(board => board.Goal));
        Assert.Equal(["ials", "popularity", "random"], boards[0].Rows.Select(row => row.Name).Order());
        Assert.Equal(["baseline", "factorization"], boards[1].Rows.Select(row => row.Name).Order());
        var ndcg = boards[0].Rows.Select(row => row.Find(Engine.Evaluation.Metric.Ndcg)!.Value).ToList();
        Assert.Equal(ndcg.OrderDescending(), ndcg);
        Assert.Equal("ials", boards[0].Rows[0].Name);
        var rmse = boards[1].Rows.Select(row => row.Find(Engine.Evaluation.Metric.Rmse)!.Value).ToList();
        Assert.Equal(rmse.Order(), rmse);
        Assert.All(boards.SelectMany(board => board.Rows), row => Assert.True(row.ModelBytes > 0));
        Assert.Equal(TrainingWorld.People, boards[0].TestUsers);
    }

    [Theory]
    [InlineData(null, "ease,ials,hybrid,factorization,blend")]
    [InlineData(" factorization, ials", "ials,factorization")]
    [InlineData("blend-forest,hybrid", "hybrid,blend-forest")]
    [InlineData("popularity,content,baseline,item-neighbours,ridge,neural,forest", "popularity,content,baseline,item-neighbours,ridge,neural,forest")]
    public void Candidates_BySetting_AreThoseNamedTheCheapFirst(string? setting, string names) =>
        Assert.Equal(names, string.Join(',', CandidateOptions.Parse(setting).Candidates().Select(candidate => candidate.Name)));

    [Theory]
    [InlineData("ials", "answers Stars")]
    [InlineData("factorization", "answers Lists")]
    [InlineData("ials,factorization,oracle", "'oracle'")]
    public void Candidates_BySettingThatCannotBe_SaysWhatIsWrong(string setting, string words) =>
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => CandidateOptions.Parse(setting)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("ials", """{ "factors": -1 }""")]
    [InlineData("ials", """{ "factors": "many" }""")]
    [InlineData("ials", """{ "unheardOf": 1 }""")]
    [InlineData("unheard-of", "{}")]
    public void Recall_WhatThisVersionDoesNotKnow_IsNothing(string name, string parameters) =>
        Assert.Null(StandardCandidates.Recall(name, JsonNode.Parse(parameters)!.AsObject()));

    static TrainingCandidate Backwards() =>
        new("backwards", Goal.Lists, [], _ => new BackwardsTrainer(new AlsTrainer(TrainingWorld.GoodLists)));
}
