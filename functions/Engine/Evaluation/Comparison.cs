using Matinee.Engine.Training;

namespace Matinee.Engine.Evaluation;

/// <summary>One model against another on the same test users.</summary>
/// <param name="Metric">What is compared.</param>
/// <param name="Segment">Of whom or what.</param>
/// <param name="Difference">The candidate's value minus the incumbent's.</param>
/// <param name="Interval">Of the difference, by paired bootstrap over users.</param>
public sealed record Comparison(Metric Metric, Segment Segment, double Difference, Interval Interval)
{
    /// <summary>The candidate is better by more than chance: the whole interval is on its side.</summary>
    public bool IsBetter => LowerIsBetter ? Interval.High < 0 : Interval.Low > 0;

    /// <summary>The candidate is worse by more than chance.</summary>
    public bool IsWorse => LowerIsBetter ? Interval.Low > 0 : Interval.High < 0;

    bool LowerIsBetter => Metric is Metric.Rmse or Metric.Mae or Metric.IntraListSimilarity;

    /// <summary>
    /// Compares two results. Both are drawn over the same users each time: what makes a user hard for both
    /// cancels out, so that smaller differences show than from two separate intervals.
    /// </summary>
    /// <exception cref="ArgumentException">They are not of the same split and options, or there is nothing to draw from.</exception>
    public static Comparison Of(
        EvaluationResult candidate, EvaluationResult incumbent, Metric metric, Segment segment, BootstrapOptions options, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(incumbent);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(run);
        if (candidate.Fingerprint != incumbent.Fingerprint)
            throw new ArgumentException("The results are of different splits or options; evaluate both models on one split with the same options.");
        var (left, right) = (candidate.ColumnOf(metric, segment), incumbent.ColumnOf(metric, segment));
        var interval = Bootstrap.Difference(left, right, options, run)
            ?? throw new ArgumentException("A comparison needs at least one resample.", nameof(options));
        return new(metric, segment, left.Value() - right.Value(), interval);
    }
}
