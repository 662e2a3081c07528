using Matinee.Core.Training.Runs;
using Matinee.Engine.Boards;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Models;

namespace Matinee.Core.Training;

/// <summary>How a candidate did in the contest: what it has shown, or why that does not count.</summary>
sealed record Attempt(TrainingCandidate Candidate, Showing? Showing, string? Problem, TimeSpan Time)
{
    public bool Counts => Problem is null;

    public EvaluationResult Result => Showing!.Result;

    public Measure Measure => Result[Contest.DecisiveOf(Candidate.Goal)];

    /// <summary>Higher is better.</summary>
    public double Quality => Measure.Value * (Candidate.Goal == Goal.Stars ? -1 : 1);

    public Contender ToContender(Comparison? difference, string verdict) => new(
        Candidate.Name,
        Candidate.Goal,
        MetricNames.Of(Contest.DecisiveOf(Candidate.Goal)),
        Counts ? MetricNames.Of(Measure) : null,
        difference is null ? null : MetricNames.Of(difference),
        Time.TotalSeconds,
        verdict);
}
