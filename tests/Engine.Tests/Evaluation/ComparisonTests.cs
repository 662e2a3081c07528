using Matinee.Engine.Evaluation;
using Matinee.Engine.Models;

namespace Matinee.Engine.Tests.Evaluation;

public sealed class ComparisonTests
{
    static readonly Split s_split = Splits.RandomByUser(RandomRatings.Make(200, 100, 6000, 2), 0.25, 1);
    static readonly EvaluationResult s_base = Evaluate(3f);

    [Fact]
    public void Of_AResultAndItself_HasNoDifferenceAndIsNeither()
    {
        var comparison = Compare(s_base, s_base, Metric.Rmse);

        Assert.Equal(new Comparison(Metric.Rmse, Segment.All, 0, new(0, 0)), comparison);
        Assert.False(comparison.IsBetter || comparison.IsWorse);
    }

    [Fact]
    public void Of_SlightlyWorsePredictionsOfTheSameUsers_ShowsWhereSeparateIntervalsDoNot()
    {
        // Predicting 3.3 for all is a little worse than 3 (ratings are uniform around 2.75): far less than the spread between users.
        var worse = Evaluate(3.3f);

        var comparison = Compare(worse, s_base, Metric.Rmse);

        Assert.True(worse[Metric.Rmse].Interval!.Value.Low < s_base[Metric.Rmse].Interval!.Value.High);
        Assert.Equal(worse[Metric.Rmse].Value - s_base[Metric.Rmse].Value, comparison.Difference, 1e-12);
        Assert.True(comparison.IsWorse);
        Assert.True(Compare(s_base, worse, Metric.Rmse).IsBetter);
        Assert.InRange(comparison.Difference, comparison.Interval.Low, comparison.Interval.High);
    }

    [Fact]
    public void Of_HigherIsBetterMetric_TurnsTheSigns()
    {
        var (good, bad) = (Lists(item => item), Lists(item => -item));
        var better = good[Metric.Recall].Value > bad[Metric.Recall].Value ? good : bad;
        var other = ReferenceEquals(better, good) ? bad : good;

        Assert.True(Compare(better, other, Metric.Recall).IsBetter);
        Assert.True(Compare(other, better, Metric.Recall).IsWorse);
    }

    [Fact]
    public void Of_ABetterBySegment_UsesOnlyThatSegment()
    {
        var other = Evaluate(2f);

        var comparison = Compare(other, s_base, Metric.Mae, Segment.LongTailItems);

        Assert.Equal(
            other[Metric.Mae, Segment.LongTailItems].Value - s_base[Metric.Mae, Segment.LongTailItems].Value, comparison.Difference, 1e-12);
    }

    [Fact]
    public void Of_OtherSplitOrOptions_IsRefused()
    {
        var elsewhere = Splits.RandomByUser(RandomRatings.Make(200, 100, 6000, 2), 0.25, 9);

        Assert.Throws<ArgumentException>(() => Compare(Evaluate(3f, elsewhere), s_base, Metric.Rmse));
        Assert.Throws<ArgumentException>(() => Compare(Lists(item => item, k: 5), Lists(item => item), Metric.Recall));
        Assert.Throws<KeyNotFoundException>(() => Compare(s_base, s_base, Metric.Recall));
        Assert.Throws<ArgumentException>(() => Comparison.Of(s_base, s_base, Metric.Rmse, Segment.All, new() { Resamples = 0 }, new()));
    }

    static Comparison Compare(EvaluationResult candidate, EvaluationResult incumbent, Metric metric, Segment segment = Segment.All) =>
        Comparison.Of(candidate, incumbent, metric, segment, new(), new());

    static EvaluationResult Evaluate(float stars, Split? split = null)
    {
        var used = split ?? s_split;
        var scores = Enumerable.Repeat(stars, used.Training.Items.Count).ToArray();
        return StarEvaluation.Run(new RuleModel(used.Training.Items, Goal.Stars, _ => scores), used, new(), new());
    }

    static EvaluationResult Lists(Func<int, float> score, int k = 10)
    {
        var scores = Enumerable.Range(0, s_split.Training.Items.Count).Select(score).ToArray();
        return ListEvaluation.Run(new RuleModel(s_split.Training.Items, Goal.Lists, _ => scores), s_split, new() { K = k }, new());
    }
}
