namespace Matinee.Core.Models;

/// <summary>A step back to the version that was in service before.</summary>
/// <param name="From">The version taken back.</param>
/// <param name="To">The version in service again.</param>
/// <param name="Current">The pointer after it.</param>
public sealed record ModelRollback(ModelVersion From, ModelVersion To, CurrentModel Current);
