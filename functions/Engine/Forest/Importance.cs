namespace Matinee.Engine.Forest;

/// <summary>How much a column of the feature table explains.</summary>
/// <param name="Feature">The column's name.</param>
/// <param name="Share">Its part in all that the trees explain of the squared error in training; the shares add up to one.</param>
public readonly record struct Importance(string Feature, double Share);
