namespace Matinee.Core.Ratings;

/// <summary>A film that a viewer has rated: all that recommending needs to know of it.</summary>
/// <param name="MovieId">Which film.</param>
/// <param name="Stars">Half a star to five.</param>
/// <param name="RatedAt">When.</param>
/// <param name="Version">The rating's version.</param>
public readonly record struct RatedMovie(int MovieId, double Stars, DateTimeOffset RatedAt, long Version);
