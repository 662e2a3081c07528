namespace Matinee.Core.Accounts;

/// <summary>Who has which login name; a name, in whatever case, belongs to one user.</summary>
public interface ILogins
{
    /// <summary>The id of the user with this name, or null.</summary>
    Task<string?> FindAsync(string loginName, CancellationToken cancellation = default);

    /// <summary>Takes a name for a user; false if another has it. Claiming a name that is already the user's own is no error.</summary>
    Task<bool> ClaimAsync(string loginName, string userId, CancellationToken cancellation = default);

    /// <summary>Gives a name back; false if it was not this user's.</summary>
    Task<bool> ReleaseAsync(string loginName, string userId, CancellationToken cancellation = default);
}
