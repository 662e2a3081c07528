namespace Matinee.Engine.Neighbours;

/// <summary>A person like the viewer.</summary>
/// <param name="UserId">Who it is.</param>
/// <param name="Similarity">Above 0, at most 1: the correlation of what both rated, drawn towards zero the less they both rated.</param>
public readonly record struct NearPerson(int UserId, float Similarity);
