using Matinee.Core.Accounts;
using Matinee.Core.Profiles;

namespace Matinee.Azure.Cosmos.Documents;

/// <summary>The part of an account that consents are about.</summary>
sealed record ConsentDocument(string Id, Profile? Profile, IReadOnlyList<Consent>? Consents)
{
    public AccountConsents ToConsents() => new(Id, Consents ?? [], Profile ?? new());
}
