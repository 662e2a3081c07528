namespace Matinee.Core.Models;

/// <summary>How serving models is going on this instance.</summary>
/// <param name="Version">The version in service; null while there is none.</param>
/// <param name="LoadedAt">Since when.</param>
/// <param name="CheckedAt">When the pointer was last read; null where it never could be.</param>
/// <param name="Error">Why the latest look failed; null where it did not. What was in service before still is.</param>
public sealed record ModelHealth(ModelVersion? Version, DateTimeOffset? LoadedAt, DateTimeOffset? CheckedAt, string? Error);
