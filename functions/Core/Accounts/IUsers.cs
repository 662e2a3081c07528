using Matinee.Core.Stores;

namespace Matinee.Core.Accounts;

/// <summary>The accounts.</summary>
public interface IUsers
{
    /// <summary>One account, or null.</summary>
    Task<Stored<User>?> FindAsync(string userId, CancellationToken cancellation = default);

    /// <summary>Adds an account (no ETag) or changes just the state that the ETag marks; gives the new ETag.</summary>
    /// <exception cref="ConflictException">The account exists already, or is no longer in that state.</exception>
    Task<string> SaveAsync(User user, string? etag, CancellationToken cancellation = default);

    /// <summary>Erases an account, or just the state of it that an ETag marks; false if there was none.</summary>
    Task<bool> RemoveAsync(string userId, string? etag = null, CancellationToken cancellation = default);
}
