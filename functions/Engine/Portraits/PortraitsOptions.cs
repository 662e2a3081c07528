using Matinee.Engine.Portraits.Clusters;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Portraits;

/// <summary>How portraits are found.</summary>
public sealed record PortraitsOptions
{
    /// <summary>The fewest portraits that can be asked for.</summary>
    public const int MinPortraits = 1;

    /// <summary>The most portraits that can be asked for.</summary>
    public const int MaxPortraits = 64;

    /// <summary>The default of <see cref="From"/>.</summary>
    public const int DefaultFrom = 2;

    /// <summary>The default of <see cref="To"/>.</summary>
    public const int DefaultTo = 15;

    /// <summary>The default of <see cref="Restarts"/>.</summary>
    public const int DefaultRestarts = KMeansOptions.DefaultRestarts;

    /// <summary>The default of <see cref="MiniBatchAbove"/>.</summary>
    public const int DefaultMiniBatchAbove = KMeansOptions.DefaultMiniBatchAbove;

    /// <summary>The default of <see cref="ChoiceSample"/>.</summary>
    public const int DefaultChoiceSample = 20_000;

    /// <summary>The default of <see cref="SilhouetteSample"/>.</summary>
    public const int DefaultSilhouetteSample = 2_000;

    /// <summary>The most people that silhouettes can be asked of: their distances take 1.6 GB.</summary>
    public const int MaxSilhouetteSample = 20_000;

    /// <summary>The default of <see cref="MinRatings"/>.</summary>
    public const int DefaultMinRatings = 5;

    /// <summary>The default of <see cref="LikedFrom"/>.</summary>
    public const float DefaultLikedFrom = 3.5f;

    /// <summary>The default of <see cref="ListShrinkage"/>.</summary>
    public const double DefaultListShrinkage = 20;

    /// <summary>How many portraits; null lets the elbow and the silhouette decide between <see cref="From"/> and <see cref="To"/>.</summary>
    public int? Portraits { get; init => field = value is { } k ? Check.InRange(k, MinPortraits, MaxPortraits) : null; }

    /// <summary>The fewest portraits that are tried.</summary>
    public int From { get; init => field = Check.InRange(value, MinPortraits, MaxPortraits); } = DefaultFrom;

    /// <summary>The most portraits that are tried.</summary>
    public int To { get; init => field = Check.InRange(value, MinPortraits, MaxPortraits); } = DefaultTo;

    /// <summary>How many runs of k-means are seeded anew.</summary>
    public int Restarts { get; init => field = Check.InRange(value, 1, KMeansOptions.MaxRestarts); } = DefaultRestarts;

    /// <summary>With more people than this the runs see small batches of them.</summary>
    public int MiniBatchAbove { get; init => field = Check.InRange(value, 1, int.MaxValue); } = DefaultMiniBatchAbove;

    /// <summary>How many portraits there are is decided on a seeded sample of so many people where there are more.</summary>
    public int ChoiceSample { get; init => field = Check.InRange(value, 1, int.MaxValue); } = DefaultChoiceSample;

    /// <summary>The silhouette is that of a seeded sample of so many people where there are more.</summary>
    public int SilhouetteSample { get; init => field = Check.InRange(value, 1, MaxSilhouetteSample); } = DefaultSilhouetteSample;

    /// <summary>Who has rated fewer films than this shapes no portrait; as a viewer they are told more by their profile.</summary>
    public int MinRatings { get; init => field = Check.InRange(value, 1, int.MaxValue); } = DefaultMinRatings;

    /// <summary>From how many stars on a film counts as liked.</summary>
    public float LikedFrom { get; init => field = Check.InRange(value, Stars.Min, Stars.Max); } = DefaultLikedFrom;

    /// <summary>How many people who like what everybody likes a portrait's likes are drawn towards those of all by.</summary>
    public double ListShrinkage { get; init => field = Check.InRange(value, 0, 1e6); } = DefaultListShrinkage;
}
