using Matinee.Local.CosmosGateway.Journal;

namespace Matinee.Local.CosmosGateway;

/// <summary>Where the gateway keeps its data, and how carefully.</summary>
public sealed record GatewayOptions
{
    /// <summary>The least garbage that is worth a compaction.</summary>
    public const long MinCompactionFloor = 0;

    /// <summary>Journals beyond this much garbage would outgrow what they hold.</summary>
    public const long MaxCompactionFloor = 1L << 40;

    /// <summary>The folder of its data; made if it isn't there.</summary>
    public required string Folder
    {
        get;
        init => field = string.IsNullOrWhiteSpace(value) ? throw new ArgumentException("The data folder must have a name.", nameof(value)) : Path.GetFullPath(value);
    }

    /// <summary>When a write counts as done.</summary>
    public CommitMode Commit { get; init; } = CommitMode.Durable;

    /// <summary>A journal is compacted when its garbage exceeds what lives by this many bytes.</summary>
    public long CompactionFloor
    {
        get;
        init => field = value is >= MinCompactionFloor and <= MaxCompactionFloor
            ? value
            : throw new ArgumentOutOfRangeException(nameof(CompactionFloor), value, $"CompactionFloor must be from {MinCompactionFloor} to {MaxCompactionFloor}.");
    } = 8L << 20;

    /// <summary>The clock of times and of times to live.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
