namespace Matinee.Core.Accounts;

/// <summary>A device that is signed in.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Id">The hash of the token, never the token.</param>
/// <param name="Device">What the user knows the device by.</param>
/// <param name="CreatedAt">When it was signed in.</param>
/// <param name="ExpiresAt">When it will be signed out.</param>
public sealed record Session(string UserId, string Id, string Device, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>When it was last used, to the day.</summary>
    public DateTimeOffset UsedAt { get; init; } = CreatedAt;
}
