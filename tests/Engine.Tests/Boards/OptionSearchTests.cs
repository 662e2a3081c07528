using System.Text.Json;
using Matinee.Engine.Boards;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Models;
using Matinee.Engine.Popularity;
using Matinee.Engine.Ratings;
using Matinee.Engine.Tests.Models;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Boards;

public sealed class OptionSearchTests
{
    // Best at x = 30, n = 7.
    static readonly SearchSpace s_space = new(
        "hill",
        [new("x", 1, 1000, 500, Logarithmic: true), new("n", 1, 20, 18, Whole: true)],
        values => new Place(values["x"], values["n"]));

    static readonly SearchOptions s_trials = new() { MaxTrials = 60 };

    [Fact]
    public void Run_Hill_IsClimbed()
    {
        var memory = Search(s_trials).Run(Height, "data", null, new());

        Assert.Equal(60, memory.Trials.Count);
        Assert.Equal(500, memory.Trials[0].Values["x"]);
        Assert.True(memory.Best!.Score > -0.25, $"The best of 60 trials is {memory.Best.Score}, where 0 is the top and the start has {memory.Trials[0].Score}.");
        Assert.All(memory.Trials, trial =>
        {
            Assert.InRange(trial.Values["x"], 1, 1000);
            Assert.Contains((int)trial.Values["n"], Enumerable.Range(1, 20));
            Assert.Equal(Math.Round(trial.Values["n"]), trial.Values["n"]);
        });
    }

    [Fact]
    public void Run_TwoRuns_TryWhatOneWould()
    {
        var one = Search(s_trials).Run(Height, "data", null, new());

        var first = Search(s_trials with { MaxTrials = 25 }).Run(Height, "data", null, new());
        var both = Search(s_trials).Run(Height, "data", SearchMemory.FromJson(first.ToJson()), new());

        Assert.Equal(one.Trials.Select(trial => trial.Score), both.Trials.Select(trial => trial.Score));
        Assert.NotEqual(
            one.Trials.Select(trial => trial.Score),
            Search(s_trials).Run(Height, "data", null, new() { Seed = 2 }).Trials.Select(trial => trial.Score));
    }

    [Fact]
    public void Run_OtherData_TriesTheBestOfBeforeFirst()
    {
        var before = Search(s_trials).Run(Height, "yesterday", null, new());

        var today = Search(s_trials with { MaxTrials = 2 }).Run(Height, "today", before, new());

        Assert.Equal("today", today.Data);
        Assert.Equal(before.Best!.Values, today.Trials[1].Values);
        Assert.Equal(before.Best.Score, today.Best!.Score);
        Assert.Equal(((Place)s_space.Best(before)).X, before.Best.Values["x"]);
    }

    [Fact]
    public void Run_Budget_IsKept()
    {
        // Each trial reads the clock once: it takes a second.
        var search = new OptionSearch(s_space, s_trials with { Budget = TimeSpan.FromSeconds(10) }, new SteppingClock(TimeSpan.FromSeconds(1)));

        Assert.InRange(search.Run(Height, "data", null, new()).Trials.Count, 4, 9);

        var none = new OptionSearch(s_space, s_trials with { Budget = TimeSpan.Zero }, TimeProvider.System).Run(Height, "data", null, new());
        Assert.Null(none.Best);
        Assert.Equal(500, ((Place)s_space.Best(none)).X);
    }

    [Fact]
    public void Run_MemoryOfOtherKnobs_IsLeftAside()
    {
        var stale = new SearchMemory("hill", "data", [new(new Dictionary<string, double> { ["y"] = 3 }, 99)], []);
        var outside = new SearchMemory("hill", "data", [new(new Dictionary<string, double> { ["x"] = 2000, ["n"] = 3 }, 99)], []);

        foreach (var memory in (SearchMemory[])[stale, outside])
        {
            Assert.Equal(500, ((Place)s_space.Best(memory)).X);
            Assert.Equal(500, Search(s_trials with { MaxTrials = 1 }).Run(Height, "data", memory, new()).Best!.Values["x"]);
        }
    }

    [Fact]
    public void Run_ScoreThatIsNoNumber_NeverWins()
    {
        var memory = Search(s_trials).Run(trainer => ((Place)trainer).N > 10 ? double.NaN : Height(trainer), "data", null, new());

        Assert.InRange(memory.Best!.Values["n"], 1, 10);
        Assert.Equal(memory.Best.Score, SearchMemory.FromJson(memory.ToJson()).Best!.Score);
    }

    [Fact]
    public void Run_Cancelled_Stops() => Assert.ThrowsAny<OperationCanceledException>(() =>
        Search(s_trials).Run(Height, "data", null, new() { Cancellation = new(canceled: true) }));

    [Fact]
    public void Run_ATrialIsCutOff_SaysNothingOfItsOptions()
    {
        var tried = 0;
        double Cut(ITrainer trainer) => ++tried < 4 ? Height(trainer) : throw new OperationCanceledException();

        var memory = Search(s_trials).Run(Cut, "data", null, new());

        Assert.Equal((4, 3), (tried, memory.Trials.Count));
    }

    [Fact]
    public void Run_OnASplit_FindsBetterOptionsThanABadStart()
    {
        var split = Splits.RandomByUser(Interactions.From(ContractRatings.CommunityRows()), 0.25, 2);
        var space = SearchSpace.Ease with { Knobs = [SearchSpace.Ease.Knobs[0] with { Start = 2000 }, SearchSpace.Ease.Knobs[1] with { Start = 0 }] };

        var memory = new OptionSearch(space, new() { MaxTrials = 12 }, TimeProvider.System).Run(
            trainer => ListEvaluation.Run(trainer.Fit(split.Training, new()), split, new(), new())[Metric.Ndcg].Value, "data", null, new());

        var best = space.Best(memory).Fit(split.Training, new());
        var ndcg = ListEvaluation.Run(best, split, new() { Bootstrap = new() { Resamples = 0 } }, new())[Metric.Ndcg].Value;
        Assert.Equal(memory.Best!.Score, ndcg, 1e-12);
        Assert.True(memory.Best.Score > memory.Trials[0].Score);
    }

    [Theory]
    [InlineData("als")]
    [InlineData("ease")]
    [InlineData("item-neighbours")]
    public void Make_EveryCornerOfASpace_IsWithinTheOptions(string name)
    {
        var space = name == "als" ? SearchSpace.Als : name == "ease" ? SearchSpace.Ease : SearchSpace.ItemNeighbours;
        foreach (var place in (double[])[-1, 0, 0.5, 1, 2])
        {
            var values = space.Knobs.ToDictionary(knob => knob.Name, knob => knob.At(place));

            Assert.Equal(space.Name, space.Make(values).Name); // options off their range would throw
        }

        Assert.All(space.Knobs, knob => Assert.Equal(knob.Start, knob.At(knob.PlaceOf(knob.Start)), 1e-6));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    public void FromJson_NoMemory_IsRefused(string json) => Assert.Throws<JsonException>(() => SearchMemory.FromJson(json));

    static OptionSearch Search(SearchOptions options) => new(s_space, options, TimeProvider.System);

    static double Height(ITrainer trainer)
    {
        var place = (Place)trainer;
        return -Math.Abs(Math.Log10(place.X / 30)) - Math.Abs(place.N - 7) / 10;
    }

    sealed class Place(double x, double n) : ITrainer
    {
        public double X => x;

        public double N => n;

        public string Name => "place";

        public IModel Fit(Interactions ratings, TrainingRun run) => new PopularityTrainer().Fit(ratings, run);
    }
}
