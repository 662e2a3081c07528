using Matinee.Core.Problems;

namespace Matinee.Core.Accounts;

/// <summary>
/// Keeps passwords from being guessed. Attempts are counted by name and address together, so nobody can lock somebody else out from
/// another address; and by address alone, so nobody can try one password with all names. What succeeds does not count.
/// </summary>
public sealed class SignInThrottle(SignInLimits limits, TimeProvider clock)
{
    readonly Throttle _byNameAndAddress = new(limits.PerNameAndAddress, limits.Window, clock);
    readonly Throttle _byAddress = new(limits.PerAddress, limits.Window, clock);
    readonly Throttle _registrations = new(limits.Registrations, limits.Window, clock);

    /// <summary>Begins an attempt; it counts as failed until <see cref="Forgive"/> is called.</summary>
    /// <exception cref="ProblemException">There were too many.</exception>
    public void Enter(string loginName, string address)
    {
        if (_byAddress.Take(address) is { } wait) throw TooMany("attempts to sign in from this address", wait);
        if (_byNameAndAddress.Take(KeyOf(loginName, address)) is not { } longer) return;
        // What was not tried must not use up the others' attempts behind the same address.
        _byAddress.GiveBack(address);
        throw TooMany("attempts to sign in with this name from this address", longer);
    }

    /// <summary>An attempt was right.</summary>
    public void Forgive(string loginName, string address)
    {
        _byAddress.GiveBack(address);
        _byNameAndAddress.GiveBack(KeyOf(loginName, address));
    }

    /// <summary>Begins to make an account.</summary>
    /// <exception cref="ProblemException">There were too many.</exception>
    public void EnterRegistration(string address)
    {
        if (_registrations.Take(address) is { } wait) throw TooMany("accounts made from this address", wait);
    }

    static string KeyOf(string loginName, string address)
    {
        var name = loginName.Length <= LoginNames.MaxLength ? loginName : loginName[..LoginNames.MaxLength];
        return $"{address} {name.ToLowerInvariant()}";
    }

    static ProblemException TooMany(string what, TimeSpan wait) =>
        new(ProblemCode.RateLimited, $"There were too many {what}. Try again in {Math.Ceiling(wait.TotalSeconds)} s.") { RetryAfter = wait };
}
