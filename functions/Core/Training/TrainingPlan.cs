using System.Text.Json.Nodes;
using Matinee.Engine.Models;

namespace Matinee.Core.Training;

/// <summary>What competes for service at each retraining.</summary>
public sealed record TrainingPlan
{
    /// <summary>The candidates of both goals; of those equally good the earlier wins.</summary>
    public IReadOnlyList<TrainingCandidate> Candidates { get; init; } = new CandidateOptions().Candidates();

    /// <summary>What no candidate may be worse than where nothing is in service yet, and what serves where too little is known to measure.</summary>
    public IReadOnlyList<TrainingCandidate> References { get; init; } = [StandardCandidates.Popularity(), StandardCandidates.Baseline()];

    /// <summary>Makes a candidate again from name and parameters, as a manifest has them; null where this version can't.</summary>
    public Func<string, JsonObject, TrainingCandidate?> Recall { get; init; } = StandardCandidates.Recall;

    /// <summary>The candidates of one goal.</summary>
    public IEnumerable<TrainingCandidate> Of(Goal goal) => Candidates.Where(candidate => candidate.Goal == goal);

    /// <summary>The reference of one goal.</summary>
    public TrainingCandidate ReferenceOf(Goal goal) => References.First(candidate => candidate.Goal == goal);
}
