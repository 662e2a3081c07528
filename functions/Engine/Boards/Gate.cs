using System.Globalization;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Training;

namespace Matinee.Engine.Boards;

/// <summary>Decides whether a model goes into service: a function of what was measured, and nothing else.</summary>
/// <remarks>
/// All results must be of models trained on the same part of the same split: the model that is in service has learned from later
/// ratings, the test's among them, so it is its recipe that stands in the contest, trained anew.
/// </remarks>
public static class Gate
{
    /// <summary>Compares by the decisive metric: nDCG for lists, RMSE for stars.</summary>
    /// <param name="challenger">What the new model has shown.</param>
    /// <param name="champion">What the model in service has shown; null where there is none.</param>
    /// <param name="championAge">How long ago the model in service was trained.</param>
    /// <param name="baseline">What anyone can do without a model: popularity for lists, the biases for stars.</param>
    /// <param name="options">How much must be shown.</param>
    /// <param name="run">Draws the resamples.</param>
    /// <param name="unseen">The share of the ratings that came after the model in service was trained.</param>
    /// <exception cref="ArgumentException">The results are of different splits, or of nothing decisive.</exception>
    public static Verdict Decide(
        EvaluationResult challenger,
        EvaluationResult? champion,
        TimeSpan championAge,
        EvaluationResult? baseline,
        GateOptions options,
        TrainingRun run,
        double unseen = 0)
    {
        ArgumentNullException.ThrowIfNull(challenger);
        ArgumentNullException.ThrowIfNull(options);
        var metric = new[] { Metric.Ndcg, Metric.Rmse }.Where(metric => challenger.Find(metric) is not null).Cast<Metric?>().FirstOrDefault()
            ?? throw new ArgumentException($"'{challenger.Model}' has neither nDCG nor RMSE; evaluate its lists or its stars.", nameof(challenger));
        Comparison Against(EvaluationResult other) => Comparison.Of(challenger, other, metric, Segment.All, options.Bootstrap, run);

        if (champion is null)
        {
            // What knows the viewer goes before what does not: it need not be better at the start, only not worse.
            if (baseline is not null && Against(baseline) is { IsWorse: true } worse)
                return new(false, VerdictReason.NotAboveBaseline, Text(false, "it is worse than the baseline by more than chance", challenger, baseline, worse), worse);
            return new(true, VerdictReason.NothingInService, $"'{challenger.Model}' goes into service: no model is.", null);
        }

        if (baseline is not null && Against(baseline) is { IsBetter: false } low)
            return new(false, VerdictReason.NotAboveBaseline, Text(false, "it does not beat the baseline by more than chance", challenger, baseline, low), low);

        var comparison = Against(champion);
        var old = options.IsOld(championAge, unseen);
        var age = string.Create(
            CultureInfo.InvariantCulture, $"{Math.Floor(championAge.TotalDays):0} days old{(unseen >= options.UnseenFrom ? $" and has not seen {100 * unseen:0} % of the ratings" : "")}");
        var (promote, reason, why) = comparison switch
        {
            { IsBetter: true } => (true, VerdictReason.Better, "it is better by more than chance"),
            { IsWorse: true } => (false, VerdictReason.Worse, "it is worse by more than chance"),
            _ when old => (true, VerdictReason.FresherAndNotWorse, $"it is no worse than chance would have it, and the model in service is {age}"),
            _ => (false, VerdictReason.NotBetterThanChance, $"the difference may be chance, and the model in service is only {age}"),
        };
        return new(promote, reason, Text(promote, why, challenger, champion, comparison), comparison);
    }

    static string Text(bool promote, string why, EvaluationResult challenger, EvaluationResult other, Comparison comparison)
    {
        var (mine, others) = (challenger[comparison.Metric].Value, other[comparison.Metric].Value);
        var name = comparison.Metric == Metric.Ndcg ? "nDCG" : "RMSE";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"'{challenger.Model}' {(promote ? "goes into service" : "stays out")}: {why} ({name} {mine:0.0000} against {others:0.0000} of "
            + $"'{other.Model}', difference {comparison.Difference:+0.0000;-0.0000;0.0000}, {comparison.Interval.Low:+0.0000;-0.0000;0.0000} to "
            + $"{comparison.Interval.High:+0.0000;-0.0000;0.0000}).");
    }
}
