using Matinee.Core.Operations;

namespace Matinee.Api.Operations;

/// <summary>The process is there.</summary>
public sealed record LiveAnswer(string Status);

/// <summary>How the service is.</summary>
/// <param name="Status">As the worst of its parts.</param>
/// <param name="Parts">How each part is.</param>
public sealed record ReadyAnswer(HealthLevel Status, IReadOnlyDictionary<string, PartAnswer> Parts);

/// <summary>How a part is.</summary>
public sealed record PartAnswer(HealthLevel Status, string? Detail);
