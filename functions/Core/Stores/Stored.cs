namespace Matinee.Core.Stores;

/// <summary>A value as a store had it, and the store's opaque mark of that state: hand it back to change just that state.</summary>
/// <typeparam name="T">What is stored.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="ETag">The mark; it changes with every write.</param>
public sealed record Stored<T>(T Value, string ETag);
