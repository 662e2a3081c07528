namespace Matinee.Core.Models;

/// <summary>A version that was put into service.</summary>
/// <param name="Version">The version.</param>
/// <param name="Promoted">When.</param>
/// <param name="RolledBack">When it was taken back; null while it was not.</param>
public sealed record Promotion(ModelVersion Version, DateTimeOffset Promoted, DateTimeOffset? RolledBack = null);
