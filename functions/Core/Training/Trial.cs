using Matinee.Core.Models;
using Matinee.Core.Training.Runs;
using Matinee.Engine.Boards;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Models;

namespace Matinee.Core.Training;

/// <summary>How a candidate did on the ratings kept from it: a result, or why there is none.</summary>
sealed record Trial(TrainingCandidate Candidate, EvaluationResult? Result, string? Problem, TimeSpan Time)
{
    /// <summary>What a board shows of it; null where it was not measured to the end.</summary>
    public BoardRow? Row { get; init; }

    public Metric Metric => MetricOf(Candidate.Goal);

    /// <summary>Higher is better.</summary>
    public double Quality => Result![Metric].Value * (Candidate.Goal == Goal.Stars ? -1 : 1);

    public static Metric MetricOf(Goal goal) => goal == Goal.Stars ? Metric.Rmse : Metric.Ndcg;

    public Contender ToContender(ModelMetric? difference, string verdict) =>
        new(Candidate.Name, Candidate.Goal, MetricNames.Of(Metric), Result is null ? null : MetricNames.Of(Result[Metric]), difference, Time.TotalSeconds, verdict);
}
