using System.Text.Json.Nodes;
using Matinee.Engine.Boards;
using Matinee.Engine.Models;

namespace Matinee.Core.Training;

/// <summary>What competes for service at each retraining, for how long, and what it must show.</summary>
public sealed record TrainingPlan
{
    /// <summary>The default of <see cref="SearchShare"/>.</summary>
    public const double DefaultSearchShare = 0.3;

    /// <summary>The candidates of both goals; of those equally good the earlier wins.</summary>
    public IReadOnlyList<TrainingCandidate> Candidates { get; init; } = new CandidateOptions().Candidates();

    /// <summary>What no candidate may be worse than where nothing is in service yet, and what serves where too little is known to measure.</summary>
    public IReadOnlyList<TrainingCandidate> References { get; init; } = [StandardCandidates.Popularity(), StandardCandidates.Baseline()];

    /// <summary>Makes a candidate again from name and parameters, as a manifest has them; null where this version can't.</summary>
    public Func<string, JsonObject, TrainingCandidate?> Recall { get; init; } = StandardCandidates.Recall;

    /// <summary>The time for fitting and measuring all candidates of one goal, in their order; those that are not done by then are out.</summary>
    public TimeSpan Budget { get; init => field = Positive(value, nameof(Budget)); } = TimeSpan.FromMinutes(15);

    /// <summary>As <see cref="Budget"/> while nothing is in service yet, for somebody waits for the first model. The cheapest candidate is waited for all the same.</summary>
    public TimeSpan FirstBudget { get; init => field = Positive(value, nameof(FirstBudget)); } = TimeSpan.FromSeconds(8);

    /// <summary>Which part of the budget goes to the search for options, before candidates compete; none of the first.</summary>
    public double SearchShare { get; init => field = Share(value, nameof(SearchShare)); } = DefaultSearchShare;

    /// <summary>What a model must show to take the place of the one in service.</summary>
    public GateOptions Gate { get; init; } = new();

    /// <summary>The candidates of one goal.</summary>
    public IEnumerable<TrainingCandidate> Of(Goal goal) => Candidates.Where(candidate => candidate.Goal == goal);

    /// <summary>The reference of one goal.</summary>
    public TrainingCandidate ReferenceOf(Goal goal) => References.First(candidate => candidate.Goal == goal);

    static TimeSpan Positive(TimeSpan value, string name) =>
        value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be positive.");

    static double Share(double value, string name) =>
        value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be from 0 to 1.");
}
