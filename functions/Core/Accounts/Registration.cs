using Matinee.Core.Problems;
using Matinee.Core.Stores;

namespace Matinee.Core.Accounts;

/// <summary>Makes accounts.</summary>
/// <remarks>
/// Three writes, and it may break off after each: an empty account under a new id, the claim of the name for that id, the account itself
/// in place of the empty one. A claim for an account that is empty or missing is a broken-off registration, or one that is still under
/// way: whoever comes next erases the empty account first, by its ETag, so that the other's last write fails, and then takes the name.
/// Of two that want a name, exactly one gets it, no name stays locked, and what breaks off leaves nothing personal but a name without an account.
/// </remarks>
public sealed class Registration(IUsers users, ILogins logins, Passwords passwords, SignInThrottle throttle, TimeProvider clock)
{
    const int MaxRaces = 10;

    /// <summary>Makes an account.</summary>
    /// <exception cref="ProblemException">The name is taken, or something about name, password or consents is not allowed.</exception>
    public async Task<User> RegisterAsync(NewAccount account, string address, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        Check(account);
        throttle.EnterRegistration(address);
        var now = clock.GetUtcNow();
        var hash = await passwords.HashAsync(account.Password, cancellation).ConfigureAwait(false);
        var empty = new User { Id = Guid.NewGuid().ToString("N"), LoginName = "", PasswordHash = "", CreatedAt = now };
        var user = account.Consents.Aggregate(
            empty with { LoginName = account.LoginName, PasswordHash = hash, PasswordSetAt = now },
            (made, answer) => ConsentRules.Apply(made, answer, now));

        var etag = await ReserveAsync(empty, cancellation).ConfigureAwait(false);
        if (!await ClaimAsync(user, cancellation).ConfigureAwait(false))
        {
            await users.RemoveAsync(user.Id, etag, cancellation).ConfigureAwait(false);
            throw Taken(account.LoginName);
        }

        try
        {
            await users.SaveAsync(user, etag, cancellation).ConfigureAwait(false);
            return user;
        }
        catch (ConflictException)
        {
            // Somebody took the name; or the store has taken our write, and its answer was lost.
            if ((await users.FindAsync(user.Id, cancellation).ConfigureAwait(false))?.Value.PasswordHash == hash) return user;
            throw Taken(account.LoginName);
        }
    }

    async Task<string> ReserveAsync(User empty, CancellationToken cancellation)
    {
        try
        {
            return await users.SaveAsync(empty, null, cancellation).ConfigureAwait(false);
        }
        catch (ConflictException)
        {
            // The id was made for this one alone: it is our own write, whose answer was lost and which was then repeated.
            return (await users.FindAsync(empty.Id, cancellation).ConfigureAwait(false))?.ETag ?? throw Taken(empty.LoginName);
        }
    }

    async Task<bool> ClaimAsync(User user, CancellationToken cancellation)
    {
        for (var race = 0; race < MaxRaces; race++)
        {
            if (await logins.ClaimAsync(user.LoginName, user.Id, cancellation).ConfigureAwait(false)) return true;
            if (await logins.FindAsync(user.LoginName, cancellation).ConfigureAwait(false) is not { } owner) continue;
            if (await users.FindAsync(owner, cancellation).ConfigureAwait(false) is { } found)
            {
                if (!found.Value.IsReserved) return false;
                if (!await users.RemoveAsync(owner, found.ETag, cancellation).ConfigureAwait(false)) continue;
            }

            await logins.ReleaseAsync(user.LoginName, owner, cancellation).ConfigureAwait(false);
        }

        return false;
    }

    static void Check(NewAccount account)
    {
        var errors = new Dictionary<string, string[]>();
        if (LoginNames.ProblemOf(account.LoginName) is { } name) errors["loginName"] = [name];
        if (PasswordRules.ProblemOf(account.Password, account.LoginName) is { } password) errors["password"] = [password];
        if (errors.Count > 0)
            throw new ProblemException(ProblemCode.InvalidValue, string.Join(" ", errors.Select(error => $"{error.Key}: {error.Value[0]}"))) { Errors = errors };
        foreach (var answer in account.Consents) ConsentRules.Check(answer);
    }

    static ProblemException Taken(string name) => new(ProblemCode.LoginNameTaken, $"The login name '{name}' is taken. Choose another, or sign in if it is yours.");
}
