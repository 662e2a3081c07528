using Matinee.Core.Models;

namespace Matinee.Core.Training.Runs;

/// <summary>A retraining that may begin: nobody else can meanwhile.</summary>
public sealed class TrainingTurn
{
    internal TrainingTurn(TrainingLease lease, RunRecord record) => (Lease, Record) = (lease, record);

    /// <summary>The run as it is written down.</summary>
    public RunRecord Record { get; internal set; }

    internal TrainingLease Lease { get; }

    internal RunRecord Ended(RunOutcome outcome, string why, DateTimeOffset now, ModelVersion? version = null) =>
        Record with { Outcome = outcome, Why = why, Ended = now, Version = version };
}
