namespace Matinee.Core.Ratings;

/// <summary>A rating that goes into the counts.</summary>
/// <param name="Rating">What it is now.</param>
/// <param name="ETag">The mark of what was in the counts before; null: nothing of that user.</param>
public sealed record AppliedRating(ViewerRating Rating, string? ETag);
