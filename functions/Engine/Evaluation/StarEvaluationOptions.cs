namespace Matinee.Engine.Evaluation;

/// <summary>How predicted stars are judged.</summary>
public sealed record StarEvaluationOptions
{
    /// <summary>Where segments begin and end.</summary>
    public SegmentOptions Segments { get; init; } = new();

    /// <summary>How intervals are found.</summary>
    public BootstrapOptions Bootstrap { get; init; } = new();
}
