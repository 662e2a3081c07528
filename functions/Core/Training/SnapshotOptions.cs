namespace Matinee.Core.Training;

/// <summary>How snapshots are kept.</summary>
public sealed record SnapshotOptions
{
    /// <summary>The shortest life of tombstones that leaves time for a pull.</summary>
    public static readonly TimeSpan ShortestTombstoneLife = TimeSpan.FromDays(2);

    /// <summary>How long a removed rating stays in the change feed before it vanishes from it.</summary>
    public TimeSpan TombstoneLife
    {
        get;
        init => field = value >= ShortestTombstoneLife
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(TombstoneLife), value, $"Tombstones must live for {ShortestTombstoneLife.TotalDays} days at least.");
    } = TimeSpan.FromDays(90);

    /// <summary>How many snapshots are kept: the current one and, should it be damaged, some before it.</summary>
    public int Keep
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Keep), value, "Keep at least 1 snapshot.");
    } = 3;
}
