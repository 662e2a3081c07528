namespace Matinee.Core.Ratings;

/// <summary>How long what was removed is remembered.</summary>
public static class Tombstones
{
    /// <summary>A removed rating: readers of the ratings' change feed that were away for longer must begin anew.</summary>
    public const int RatingSeconds = 90 * Day;

    /// <summary>The movie's side of it, which tells late versions from new ones: it outlives every version that may still come.</summary>
    public const int ReviewSeconds = 2 * RatingSeconds;

    const int Day = 86_400;
}
