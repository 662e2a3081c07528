using Matinee.Engine.Facts;

namespace Matinee.Engine.Features;

/// <summary>What every model of the feature table is told.</summary>
public abstract record FeatureModelOptions
{
    /// <summary>The default of <see cref="MaxRows"/>.</summary>
    public const int DefaultMaxRows = 400_000;

    /// <summary>The most rows: a row is some sixty floats.</summary>
    public const int MostRows = 8_000_000;

    /// <summary>The fewest rows.</summary>
    public const int FewestRows = 100;

    /// <summary>What is known besides the ratings.</summary>
    public KnownFacts Facts { get; init => field = value ?? throw new ArgumentNullException(nameof(Facts)); } = KnownFacts.None;

    /// <summary>How many ratings are described to learn from at most; of more a sample is taken.</summary>
    public int MaxRows { get; init => field = Check.InRange(value, FewestRows, MostRows); } = DefaultMaxRows;
}
