namespace Matinee.Core.Catalog;

/// <summary>A genre and how many films have it.</summary>
/// <param name="Name">The genre.</param>
/// <param name="Count">How many films.</param>
public readonly record struct GenreCount(string Name, int Count);
