namespace Matinee.Core.Search;

/// <summary>Somebody who was found.</summary>
/// <param name="Name">The name.</param>
/// <param name="Films">In how many films of the catalogue.</param>
public readonly record struct PersonHit(string Name, int Films);
