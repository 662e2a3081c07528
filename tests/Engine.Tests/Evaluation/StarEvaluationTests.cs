using Matinee.Engine.Evaluation;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Evaluation;

public sealed class StarEvaluationTests
{
    // Film 100 has 3 of the 5 ratings in training, film 101 two; user 3 and film 999 are unknown to training.
    static readonly Split s_split = Split.From(
        [new(1, 100, 4, 0), new(2, 100, 2, 0), new(4, 100, 2, 0), new(4, 101, 5, 0), new(2, 101, 1, 0)],
        [new(1, 101, 4, 0), new(1, 999, 5, 0), new(2, 999, 2, 0), new(3, 100, 1, 0)]);

    // Predicts the mean of the viewer's own ratings, 3.5 for newcomers, for each of the two films it knows.
    static readonly RuleModel s_model = new(s_split.Training.Items, Goal.Stars, own =>
    {
        var mean = own.Length == 0 ? 3.5f : own.Average(rating => rating.Stars);
        return [mean, mean];
    });

    static readonly StarEvaluationOptions s_options = new() { Segments = new() { NewUpTo = 0, HeavyFrom = 2, HeadShare = 0.6 } };

    [Fact]
    public void Run_UnknownUserAndFilm_CountWithTheNeutralAnswer()
    {
        // Errors: user 1: 4 - 4 = 0 (own mean 4), unknown film 3 - 5 = -2; user 2: 3 - 2 = 1; user 3: 3.5 - 1 = 2.5.
        // RMSE = sqrt((0 + 4 + 1 + 6.25) / 4) = 1.677051; MAE = (0 + 2 + 1 + 2.5) / 4 = 1.375
        var result = StarEvaluation.Run(s_model, s_split, s_options, new());

        Assert.Equal(1.677051, result[Metric.Rmse].Value, 1e-6);
        Assert.Equal(1.375, result[Metric.Mae].Value, 1e-6);
        Assert.Equal(3, result[Metric.Rmse].Users);
    }

    [Fact]
    public void Run_BySegment_EqualsHandWorkedValues()
    {
        var result = StarEvaluation.Run(s_model, s_split, s_options, new());

        // Training counts: user 1 has 1, user 2 has 2, user 3 none. Head: film 100 alone has 60 %.
        Assert.Equal(2.5, result[Metric.Rmse, Segment.NewUsers].Value, 1e-6);
        Assert.Equal(Math.Sqrt(2), result[Metric.Rmse, Segment.RegularUsers].Value, 1e-6);
        Assert.Equal(1, result[Metric.Rmse, Segment.HeavyUsers].Value, 1e-6);
        Assert.Equal(2.5, result[Metric.Mae, Segment.PopularItems].Value, 1e-6);
        Assert.Equal(1, result[Metric.Mae, Segment.LongTailItems].Value, 1e-6); // (0 + 2 + 1) / 3
        Assert.Equal([new(1, Math.Sqrt(2)), new(2, 1), new(3, 2.5)], result.OfUsers(Metric.Rmse));
    }

    [Fact]
    public void Run_PredictionsOffTheScale_AreClamped()
    {
        var wild = new RuleModel(s_split.Training.Items, Goal.Stars, _ => [-40, 90]);

        // -40 becomes 0.5 against 1 for film 100; 90 becomes 5 against 4 for film 101; unknown film: 3 against 5 and 2.
        Assert.Equal((0.5 + 1 + 2 + 1) / 4, StarEvaluation.Run(wild, s_split, s_options, new())[Metric.Mae].Value, 1e-6);
    }

    [Fact]
    public void Run_NotANumber_SaysWhichModelAndFilm()
    {
        var broken = new RuleModel(s_split.Training.Items, Goal.Stars, _ => [float.NaN, float.NaN]);

        var error = Assert.Throws<InvalidOperationException>(() => StarEvaluation.Run(broken, s_split, s_options, new()));
        Assert.Contains("'rule' scores film 10", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ListModelOrEmptyTest_IsRefused()
    {
        var lists = new RuleModel(s_split.Training.Items, Goal.Lists, _ => [1, 2]);

        Assert.Throws<ArgumentException>(() => StarEvaluation.Run(lists, s_split, s_options, new()));
        var error = Assert.Throws<ArgumentException>(
            () => StarEvaluation.Run(s_model, new(s_split.Training, Interactions.From([])), s_options, new()));
        Assert.Contains("no test ratings", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OnOneThreadOrMany_IsTheSameToTheLastBit()
    {
        var split = Splits.RandomByUser(RandomRatings.Make(300, 200, 9000, 5), 0.25, 1);
        var model = new RuleModel(split.Training.Items, Goal.Stars, own =>
            [.. Enumerable.Range(0, split.Training.Items.Count).Select(item => 1 + (own.Sum(rating => rating.Stars) + item) % 4)]);

        var one = StarEvaluation.Run(model, split, new(), new() { Threads = 1 });
        var many = StarEvaluation.Run(model, split, new(), new() { Threads = 8 });

        Assert.Equal(one.Measures, many.Measures);
        Assert.Contains(one.Measures, measure => measure.Interval is not null);
    }

    [Fact]
    public void Run_Progress_EndsAtOneAndCancellationStops()
    {
        var progress = new Collected();
        StarEvaluation.Run(s_model, s_split, s_options, new() { Threads = 1, Progress = progress });

        Assert.Equal(1, progress.Reports[^1].Fraction);
        Assert.Throws<OperationCanceledException>(
            () => StarEvaluation.Run(s_model, s_split, s_options, new() { Cancellation = new(canceled: true) }));
    }

    sealed class Collected : IProgress<TrainingProgress>
    {
        public List<TrainingProgress> Reports { get; } = [];

        public void Report(TrainingProgress value) => Reports.Add(value);
    }
}
