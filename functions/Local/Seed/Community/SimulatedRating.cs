namespace Matinee.Local.Seed.Community;

/// <summary>A rating that nobody gave.</summary>
/// <param name="Person">The number of the person, from 0 on.</param>
/// <param name="MovieId">The film.</param>
/// <param name="Halves">Stars in halves.</param>
/// <param name="Time">Seconds since 1970 (UTC).</param>
/// <param name="HasReview">It comes with a text.</param>
readonly record struct SimulatedRating(int Person, int MovieId, byte Halves, long Time, bool HasReview);
