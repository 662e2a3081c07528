using Matinee.Core.Profiles;

namespace Matinee.Core.Accounts;

/// <summary>What an account agrees to at the moment, and the profile that this is about; nothing else of the account.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="Consents">The latest word on each purpose.</param>
/// <param name="Profile">What the user has told.</param>
public sealed record AccountConsents(string UserId, IReadOnlyList<Consent> Consents, Profile Profile)
{
    /// <summary>Is that agreed to? What was never asked is not.</summary>
    public bool Agrees(ConsentPurpose purpose) => Consents.LastOrDefault(consent => consent.Purpose == purpose) is { IsGiven: true };
}
