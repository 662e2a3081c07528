namespace Matinee.Core.Ratings;

/// <summary>What one rating adds to the counts of its film.</summary>
/// <param name="Halves">Stars in halves, 1 to 10.</param>
/// <param name="Day">The day, counted from <see cref="Decay.Landmark"/>.</param>
/// <param name="HasReview">There is a text.</param>
public readonly record struct Vote(int Halves, int Day, bool HasReview)
{
    /// <summary>What a rating adds; null for a removed one.</summary>
    public static Vote? Of(ViewerRating rating)
    {
        ArgumentNullException.ThrowIfNull(rating);
        return rating.Stars is { } stars ? new((int)(stars * 2), Decay.DayOf(rating.RatedAt), rating.Review is not null) : null;
    }
}
