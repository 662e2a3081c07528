using Matinee.Core.Accounts;
using Matinee.Core.Profiles;

namespace Matinee.Azure.Cosmos.Documents;

/// <summary>The part of an account that consents are about.</summary>
sealed record ConsentDocument(string Id, Profile? Profile, IReadOnlyList<Consent>? Consents, DateTimeOffset? LeavingAt)
{
    // Who is leaving agrees to nothing any more, though their account is still being erased.
    public AccountConsents ToConsents() => new(Id, LeavingAt is null ? Consents ?? [] : [], Profile ?? new());
}
