using Matinee.Core.Problems;
using Matinee.Core.Stores;

namespace Matinee.Core.Accounts;

/// <summary>Reads and changes accounts that are in use.</summary>
public sealed class UserAccounts(IUsers users)
{
    const int MaxRaces = 10;

    /// <summary>The account of who is signed in.</summary>
    /// <exception cref="ProblemException">It is gone, or about to go.</exception>
    public async Task<Stored<User>> RequireAsync(string userId, CancellationToken cancellation = default) =>
        await users.FindAsync(userId, cancellation).ConfigureAwait(false) is { Value: { IsReserved: false, LeavingAt: null } } found
            ? found
            : throw new ProblemException(ProblemCode.Unauthenticated, "This account has been deleted.");

    /// <summary>Changes an account, again and again where others change it at the same time; what changes nothing is not written.</summary>
    /// <exception cref="ProblemException">The account is not in the state that the caller's ETag marks.</exception>
    public async Task<Stored<User>> ChangeAsync(string userId, string? ifMatch, Func<User, User> change, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        for (var race = 0; ; race++)
        {
            var found = await RequireAsync(userId, cancellation).ConfigureAwait(false);
            if (ifMatch is not null && !ETags.AreSame(ifMatch, found.ETag)) throw ETags.Stale("The account");
            var changed = change(found.Value);
            if (changed == found.Value) return found;
            try
            {
                return new(changed, await users.SaveAsync(changed, found.ETag, cancellation).ConfigureAwait(false));
            }
            catch (ConflictException) when (race < MaxRaces)
            {
                // Somebody else changed it in between: apply the change to what is there now.
            }
        }
    }
}
