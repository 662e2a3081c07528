namespace Matinee.Engine.Neighbours;

/// <summary>A film that several people like the viewer liked.</summary>
/// <param name="Item">The film.</param>
/// <param name="People">How many of them.</param>
/// <param name="Strength">How much they are like the viewer, all together.</param>
public readonly record struct SharedFavourite(int Item, int People, float Strength);
