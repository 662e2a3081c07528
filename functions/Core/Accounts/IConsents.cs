using Matinee.Core.Stores;

namespace Matinee.Core.Accounts;

/// <summary>What all accounts agree to: for whatever works on many people's data at once.</summary>
public interface IConsents
{
    /// <summary>
    /// The next accounts that have changed since a continuation; null begins with all that there are. Erased ones are just no
    /// longer among all: whoever must know of them begins anew.
    /// </summary>
    Task<Changes<AccountConsents>> ChangesAsync(string? since, CancellationToken cancellation = default);
}
