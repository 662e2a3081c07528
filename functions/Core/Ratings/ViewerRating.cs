namespace Matinee.Core.Ratings;

/// <summary>What one viewer says of one film, or that they have taken it back. Immutable: each change makes the next version.</summary>
public sealed record ViewerRating
{
    /// <summary>Who.</summary>
    public required string UserId { get; init; }

    /// <summary>Of which film.</summary>
    public required int MovieId { get; init; }

    /// <summary>Half a star to five, in halves; null: removed.</summary>
    public double? Stars { get; init; }

    /// <summary>What the viewer wrote.</summary>
    public string? Review { get; init; }

    /// <summary>When the stars were given or taken back, to the millisecond.</summary>
    public required DateTimeOffset RatedAt { get; init; }

    /// <summary>Grows with every change, removal included; of two versions the higher is the later.</summary>
    public required long Version { get; init; }

    /// <summary>Nobody gave it: it belongs to the simulated community, and whatever shows it says so.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>There was a rating, and it was taken back.</summary>
    public bool IsRemoved => Stars is null;

    /// <summary>
    /// The version after another (null: there is none). Versions are times in milliseconds where they can be, so that they
    /// still grow when a removed rating has been forgotten and the film is rated once more.
    /// </summary>
    public static long NextVersion(long? before, DateTimeOffset now) => Math.Max((before ?? 0) + 1, now.ToUnixTimeMilliseconds());

    /// <summary>What is left of it once it is taken back.</summary>
    public ViewerRating Remove(DateTimeOffset now) =>
        this with { Stars = null, Review = null, RatedAt = now, Version = NextVersion(Version, now) };
}
