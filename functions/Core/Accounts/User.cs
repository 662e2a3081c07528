using Matinee.Core.Profiles;

namespace Matinee.Core.Accounts;

/// <summary>An account with all that its user has told about themselves.</summary>
public sealed record User
{
    /// <summary>Opaque; never given to another user.</summary>
    public required string Id { get; init; }

    /// <summary>The name by which the user signs in, as they spell it.</summary>
    public required string LoginName { get; init; }

    /// <summary>What the password is checked against.</summary>
    public required string PasswordHash { get; init; }

    /// <summary>When the account was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the password was last chosen: a sign-in that was under way then does not count.</summary>
    public DateTimeOffset? PasswordSetAt { get; init; }

    /// <summary>When the user asked for the account to be deleted: from then on nobody can sign in, and the deletion only goes forward.</summary>
    public DateTimeOffset? LeavingAt { get; init; }

    /// <summary>The account does not exist yet: its name is just being claimed.</summary>
    public bool IsReserved => PasswordHash.Length == 0;

    /// <summary>What the user has told.</summary>
    public Profile Profile { get; init; } = new();

    /// <summary>The latest word on each purpose; a purpose that is not there was never agreed to.</summary>
    public IReadOnlyList<Consent> Consents { get; init; } = [];
}
