using Matinee.Engine.Ratings;

namespace Matinee.Engine.Evaluation;

/// <summary>How lists are judged.</summary>
public sealed record ListEvaluationOptions
{
    /// <summary>The longest list.</summary>
    public const int MaxK = 1000;

    /// <summary>See <see cref="K"/>.</summary>
    public const int DefaultK = 10;

    /// <summary>How many films a list has.</summary>
    public int K { get; init => field = Check.InRange(value, 1, MaxK); } = DefaultK;

    /// <summary>The least stars with which a test film is relevant; the lowest rating makes all of them so.</summary>
    public float RelevantFrom { get; init => field = Check.InRange(value, Stars.Min, Stars.Max); } = Stars.Min;

    /// <summary>The ids of the films that may be listed, all that the model knows where null. Relevant films outside count as missed.</summary>
    public IdMap? Candidates { get; init; }

    /// <summary>What makes two films of a list similar; their raters in training where null.</summary>
    public FilmFeatures? Features { get; init; }

    /// <summary>Where segments begin and end.</summary>
    public SegmentOptions Segments { get; init; } = new();

    /// <summary>How intervals are found.</summary>
    public BootstrapOptions Bootstrap { get; init; } = new();
}
