namespace Matinee.Engine.Models;

/// <summary>A score, split: <see cref="Base"/> and the shares add up to <see cref="Score"/>.</summary>
/// <param name="Item">The film explained.</param>
/// <param name="Score">Its score.</param>
/// <param name="Base">What a viewer without ratings would see.</param>
/// <param name="Shares">One for each of the viewer's own ratings that the model could use, in ascending order of films.</param>
public sealed record Explanation(int Item, float Score, float Base, IReadOnlyList<Share> Shares);
