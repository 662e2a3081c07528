namespace Matinee.Engine.Ratings;

/// <summary>One row of input: who gave which film how many stars, and when.</summary>
/// <param name="User">The user's id, not negative.</param>
/// <param name="Item">The film's id, not negative.</param>
/// <param name="Stars">Half a star to five stars, in halves.</param>
/// <param name="Time">Seconds since 1970 (UTC).</param>
public readonly record struct Rating(int User, int Item, float Stars, long Time);
