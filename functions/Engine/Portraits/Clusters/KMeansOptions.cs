namespace Matinee.Engine.Portraits.Clusters;

/// <summary>How hard <see cref="KMeans"/> tries.</summary>
sealed record KMeansOptions
{
    public const int MaxClusters = 256;

    public const int MaxRestarts = 1000;

    public const int DefaultRestarts = 10;

    public const int MaxSwaps = 10_000;

    public const int DefaultSwaps = 30;

    public const int DefaultMiniBatchAbove = 100_000;

    /// <summary>How many clusters are asked for; fewer come only where there are fewer different points.</summary>
    public required int Clusters { get; init => field = Check.InRange(value, 1, MaxClusters); }

    /// <summary>How many runs are seeded anew; the best one is refined.</summary>
    public int Restarts { get; init => field = Check.InRange(value, 1, MaxRestarts); } = DefaultRestarts;

    /// <summary>How often the best run tries to do without one of its middles and to put it elsewhere.</summary>
    public int Swaps { get; init => field = Check.InRange(value, 0, MaxSwaps); } = DefaultSwaps;

    /// <summary>With more points than this the restarts see small batches of them; the best one is refined on a sample and settled on all.</summary>
    public int MiniBatchAbove { get; init => field = Check.InRange(value, 1, int.MaxValue); } = DefaultMiniBatchAbove;

    /// <summary>One more start, such as the middles of an earlier run: unpadded rows, as many as clusters, or none.</summary>
    public float[] Start { get; init; } = [];
}
