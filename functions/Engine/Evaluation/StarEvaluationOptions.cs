using Matinee.Engine.Facts;

namespace Matinee.Engine.Evaluation;

/// <summary>How predicted stars are judged.</summary>
public sealed record StarEvaluationOptions
{
    /// <summary>What test users have told of themselves: models that make use of it are told it too (<see cref="Models.IProfiledModel"/>).</summary>
    public KnownFacts Facts { get; init => field = value ?? throw new ArgumentNullException(nameof(Facts)); } = KnownFacts.None;

    /// <summary>Where segments begin and end.</summary>
    public SegmentOptions Segments { get; init; } = new();

    /// <summary>How intervals are found.</summary>
    public BootstrapOptions Bootstrap { get; init; } = new();
}
