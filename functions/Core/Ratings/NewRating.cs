namespace Matinee.Core.Ratings;

/// <summary>What a viewer says of a film.</summary>
/// <param name="MovieId">Which film.</param>
/// <param name="Stars">Half a star to five, in halves.</param>
public sealed record NewRating(int MovieId, double Stars)
{
    /// <summary>When, where it was in the past (an import); null: now, or as before where the stars are the same.</summary>
    public DateTimeOffset? RatedAt { get; init; }

    /// <summary>A text; null leaves what is there.</summary>
    public string? Review { get; init; }
}
