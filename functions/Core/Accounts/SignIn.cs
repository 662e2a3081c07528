using Matinee.Core.Problems;
using Matinee.Core.Stores;

namespace Matinee.Core.Accounts;

/// <summary>Signs in by name and password. Whether there is such a name shows neither in the answer nor in its time.</summary>
public sealed class SignIn(
    IUsers users, ILogins logins, Sessions sessions, Passwords passwords, SignInThrottle throttle, Departure departure)
{
    // Not an id that anybody can have: reading it costs what reading anybody costs.
    const string Nobody = "-";

    /// <summary>Signs a device in.</summary>
    /// <param name="loginName">The name, in any case.</param>
    /// <param name="password">The password.</param>
    /// <param name="device">What the user will know the device by.</param>
    /// <param name="address">Where the attempt comes from.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ProblemException">Name or password are wrong, or there were too many attempts.</exception>
    public async Task<StartedSession> SignInAsync(
        string loginName, string password, string? device, string address, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(loginName);
        throttle.Enter(loginName, address);
        var found = await FindAsync(loginName, cancellation).ConfigureAwait(false);
        var verdict = await passwords.CheckAsync(found?.Value, password, cancellation).ConfigureAwait(false);
        if (found is null || verdict == PasswordVerdict.Wrong) throw Wrong();
        throttle.Forgive(loginName, address);
        if (found.Value.LeavingAt is not null)
        {
            // A deletion that broke off, and nobody is signed in any more who could call it again.
            await departure.CompleteAsync(found.Value.Id, null, cancellation).ConfigureAwait(false);
            throw Wrong();
        }

        if (verdict == PasswordVerdict.RightButHashIsOld) await RehashAsync(found, password, cancellation).ConfigureAwait(false);
        var started = await sessions.StartAsync(found.Value.Id, device, cancellation).ConfigureAwait(false);
        // All sessions may have been ended while the password was being checked: by a new password or a deletion. Both write the
        // account before they end sessions, so either they have seen this one, or this sees what they wrote.
        var now = (await users.FindAsync(found.Value.Id, cancellation).ConfigureAwait(false))?.Value;
        if (now is { LeavingAt: null } && now.PasswordSetAt == found.Value.PasswordSetAt) return started;
        await sessions.EndAsync(started.Session.UserId, started.Session.Id, cancellation).ConfigureAwait(false);
        throw Wrong();
    }

    async Task<Stored<User>?> FindAsync(string loginName, CancellationToken cancellation)
    {
        var userId = LoginNames.ProblemOf(loginName) is null
            ? await logins.FindAsync(loginName, cancellation).ConfigureAwait(false)
            : null;
        var found = await users.FindAsync(userId ?? Nobody, cancellation).ConfigureAwait(false);
        return found is { Value.IsReserved: false } ? found : null;
    }

    async Task RehashAsync(Stored<User> found, string password, CancellationToken cancellation)
    {
        var hash = await passwords.HashAsync(password, cancellation).ConfigureAwait(false);
        try
        {
            await users.SaveAsync(found.Value with { PasswordHash = hash }, found.ETag, cancellation).ConfigureAwait(false);
        }
        catch (ConflictException)
        {
            // The account has just been changed otherwise; the next sign-in comes here again.
        }
    }

    static ProblemException Wrong() => new(ProblemCode.WrongCredentials, "The login name or the password is wrong.");
}
