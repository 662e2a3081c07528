namespace Matinee.Core.Profiles;

/// <summary>A film on a user's shelf.</summary>
/// <param name="UserId">Whose shelf.</param>
/// <param name="Kind">Why.</param>
/// <param name="MovieId">Which film.</param>
/// <param name="At">Since when.</param>
public sealed record ShelfEntry(string UserId, ShelfKind Kind, int MovieId, DateTimeOffset At);
