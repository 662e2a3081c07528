using Matinee.Core.Training.Runs;
using Matinee.Engine.Statistics;

namespace Matinee.Core.Insights;

/// <summary>
/// What anyone may know of a published model and the ratings that it learned from; it lies beside the model and never changes. All of
/// it is about many: there is nobody's id or row in it.
/// </summary>
public sealed record ModelInsights
{
    /// <summary>Why this model serves.</summary>
    public required string Why { get; init; }

    /// <summary>How everyone did who competed, those that were out among them.</summary>
    public required IReadOnlyList<Contender> Contenders { get; init; }

    /// <summary>What the ratings look like.</summary>
    public required RatingInsights Ratings { get; init; }

    /// <summary>The kinds of viewers; null where there are too few people.</summary>
    public PortraitInsights? Portraits { get; init; }

    /// <summary>How much features count in the models in service.</summary>
    public required IReadOnlyList<FeatureWeight> Importances { get; init; }

    /// <summary>Which films lists show; null where nobody is listed anything.</summary>
    public required ExposureInsights? Exposure { get; init; }

    /// <summary>What is different from the model before; null for the first one.</summary>
    public ModelDrift? Drift { get; init; }
}
