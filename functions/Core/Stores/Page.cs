namespace Matinee.Core.Stores;

/// <summary>A part of a list.</summary>
/// <typeparam name="T">What the list is of.</typeparam>
/// <param name="Items">The items, in the list's order.</param>
/// <param name="NextCursor">Where the next page begins; null: this was the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);
