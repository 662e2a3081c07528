using Matinee.Engine.Boards;
using Matinee.Engine.Ease;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Factorization;
using Matinee.Engine.Models;
using Matinee.Engine.Popularity;
using Matinee.Engine.Baseline;

namespace Matinee.Engine.Tests.Boards;

public sealed class GateTests
{
    static readonly Split s_split = Splits.RandomByUser(TasteRatings.Make(), 0.25, 2);
    static readonly Lazy<EvaluationResult> s_good = new(() => Lists(new EaseTrainer(new() { Regularization = 20 })));
    static readonly Lazy<EvaluationResult> s_bad = new(() => Lists(new RandomTrainer()));
    static readonly Lazy<EvaluationResult> s_popular = new(() => Lists(new PopularityTrainer()));

    [Fact]
    public void Decide_DeliberatelyBadModel_IsNotPromoted()
    {
        // However old the model in service is.
        var verdict = Gate.Decide(s_bad.Value, s_good.Value, TimeSpan.FromDays(1000), null, new(), new());

        Assert.False(verdict.Promote);
        Assert.Equal(VerdictReason.Worse, verdict.Reason);
        Assert.True(verdict.Comparison!.IsWorse);
        Assert.Contains("'random' stays out: it is worse", verdict.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_BetterModel_IsPromoted()
    {
        var verdict = Gate.Decide(s_good.Value, s_bad.Value, TimeSpan.Zero, s_popular.Value, new(), new());

        Assert.True(verdict.Promote);
        Assert.Equal(VerdictReason.Better, verdict.Reason);
        Assert.Contains($"nDCG {s_good.Value[Metric.Ndcg].Value:0.0000} against {s_bad.Value[Metric.Ndcg].Value:0.0000}", verdict.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_StarModels_LessErrorIsBetter()
    {
        EvaluationResult Stars(ITrainer trainer) => StarEvaluation.Run(trainer.Fit(s_split.Training, new()), s_split, new(), new());
        var (biases, factors) = (Stars(new BaselineTrainer(new())), Stars(new FactorizationTrainer(new() { Factors = 4 })));
        Assert.True(factors[Metric.Rmse].Value < biases[Metric.Rmse].Value);

        Assert.True(Gate.Decide(factors, biases, TimeSpan.Zero, biases, new(), new()).Promote);
        Assert.Equal(VerdictReason.Worse, Gate.Decide(biases, factors, TimeSpan.FromDays(30), null, new(), new()).Reason);
    }

    [Theory]
    [InlineData(6.9, false, VerdictReason.NotBetterThanChance)]
    [InlineData(7.0, true, VerdictReason.FresherAndNotWorse)]
    public void Decide_NoDifference_AgeDecides(double days, bool promoted, VerdictReason reason)
    {
        var verdict = Gate.Decide(s_good.Value, s_good.Value, TimeSpan.FromDays(days), s_popular.Value, new() { FreshForDays = 7 }, new());

        Assert.Equal((promoted, reason), (verdict.Promote, verdict.Reason));
        Assert.Contains($"{(int)days} days old", verdict.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.09, false)]
    [InlineData(0.1, true)]
    public void Decide_NoDifferenceButUnseenRatings_TheirShareDecides(double unseen, bool promoted) =>
        Assert.Equal(promoted, Gate.Decide(s_good.Value, s_good.Value, TimeSpan.Zero, null, new(), new(), unseen).Promote);

    [Fact]
    public void Decide_NothingInService_TakesWhatIsNoWorseThanTheBaseline()
    {
        Assert.Equal(VerdictReason.NothingInService, Gate.Decide(s_good.Value, null, TimeSpan.Zero, s_popular.Value, new(), new()).Reason);
        Assert.True(Gate.Decide(s_good.Value, null, TimeSpan.Zero, null, new(), new()).Promote);
        Assert.True(Gate.Decide(s_popular.Value, null, TimeSpan.Zero, s_popular.Value, new(), new()).Promote);
        Assert.Equal(VerdictReason.NotAboveBaseline, Gate.Decide(s_popular.Value, s_bad.Value, TimeSpan.Zero, s_popular.Value, new(), new()).Reason);

        var verdict = Gate.Decide(s_bad.Value, null, TimeSpan.Zero, s_popular.Value, new(), new());

        Assert.False(verdict.Promote);
        Assert.Equal(VerdictReason.NotAboveBaseline, verdict.Reason);
        Assert.Contains("'popularity'", verdict.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_ResultsOfDifferentSplits_AreRefused()
    {
        var other = Splits.RandomByUser(TasteRatings.Make(), 0.25, 3);
        var elsewhere = ListEvaluation.Run(new PopularityTrainer().Fit(other.Training, new()), other, new(), new());

        Assert.Throws<ArgumentException>(() => Gate.Decide(s_good.Value, elsewhere, TimeSpan.Zero, null, new(), new()));
    }

    static EvaluationResult Lists(ITrainer trainer) => ListEvaluation.Run(trainer.Fit(s_split.Training, new()), s_split, new(), new());
}
