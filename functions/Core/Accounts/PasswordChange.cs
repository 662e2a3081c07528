using Matinee.Core.Problems;

namespace Matinee.Core.Accounts;

/// <summary>Changes passwords: all other devices are signed out, and the one that asked gets a new token.</summary>
public sealed class PasswordChange(UserAccounts accounts, Sessions sessions, Passwords passwords, SignInThrottle throttle, TimeProvider clock)
{
    /// <summary>Changes the password of who is signed in.</summary>
    /// <exception cref="ProblemException">The old password is wrong, the new one is not allowed, or there were too many attempts.</exception>
    public async Task<StartedSession> ChangeAsync(
        Session session, string oldPassword, string newPassword, string address, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var user = (await accounts.RequireAsync(session.UserId, cancellation).ConfigureAwait(false)).Value;
        if (PasswordRules.ProblemOf(newPassword, user.LoginName) is { } problem) throw ProblemException.InvalidValue("newPassword", problem);
        throttle.Enter(user.LoginName, address);
        if (await passwords.CheckAsync(user, oldPassword, cancellation).ConfigureAwait(false) == PasswordVerdict.Wrong)
            throw new ProblemException(ProblemCode.WrongCredentials, "The old password is wrong.");
        throttle.Forgive(user.LoginName, address);
        var hash = await passwords.HashAsync(newPassword, cancellation).ConfigureAwait(false);
        // Only in place of the password that was checked: of two changes at once the later one must know the earlier one's password.
        await accounts.ChangeAsync(user.Id, null, current => current.PasswordHash == user.PasswordHash
            ? current with { PasswordHash = hash, PasswordSetAt = After(current.PasswordSetAt, clock.GetUtcNow()) }
            : throw new ProblemException(ProblemCode.Conflict, "The password has just been changed elsewhere."), cancellation).ConfigureAwait(false);
        await sessions.EndAllAsync(user.Id, null, cancellation).ConfigureAwait(false);
        return await sessions.StartAsync(user.Id, session.Device, cancellation).ConfigureAwait(false);
    }

    // Never the same twice, however clocks differ: a sign-in knows by it that the password is no longer the one it has checked.
    static DateTimeOffset After(DateTimeOffset? before, DateTimeOffset now) => before >= now ? before.Value.AddTicks(1) : now;
}
