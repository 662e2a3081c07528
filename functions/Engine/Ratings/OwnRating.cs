namespace Matinee.Engine.Ratings;

/// <summary>One of a viewer's own ratings, as a model takes them in.</summary>
/// <param name="Item">The film's index in the model (<see cref="IdMap.IndexOf"/>); an unknown film (-1) teaches nothing.</param>
/// <param name="Stars">Half a star to five stars.</param>
/// <param name="Time">Seconds since 1970 (UTC); 0 where it is not known.</param>
public readonly record struct OwnRating(int Item, float Stars, uint Time = 0);
