namespace Matinee.Core.Stores;

/// <summary>What has changed since a point in time.</summary>
/// <typeparam name="T">What was changed.</typeparam>
/// <param name="Items">Each changed item once, as it is now.</param>
/// <param name="Continuation">Opaque: where to go on.</param>
/// <param name="IsLast">Nothing more has changed so far.</param>
public sealed record Changes<T>(IReadOnlyList<T> Items, string Continuation, bool IsLast);
