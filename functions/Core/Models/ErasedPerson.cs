namespace Matinee.Core.Models;

/// <summary>Somebody who is no longer to be in any model.</summary>
/// <param name="UserId">Who: an id that says nothing more once the account is gone.</param>
/// <param name="At">Since when.</param>
public sealed record ErasedPerson(string UserId, DateTimeOffset At);
