using Matinee.Core.Recommendations;

namespace Matinee.Core.Ratings;

/// <summary>A rating as it is now.</summary>
/// <param name="Rating">The rating.</param>
/// <param name="ETag">The mark of this state.</param>
/// <param name="Effect">What became of it.</param>
/// <param name="FirstPage">What it did to the viewer's first page; null where nothing recommends.</param>
public sealed record Rated(ViewerRating Rating, string ETag, RatingEffect Effect, FirstPageChange? FirstPage);
