using Matinee.Core.Accounts;
using Matinee.Core.Profiles;

namespace Matinee.Azure.Cosmos.Documents;

sealed record UserDocument(
    string Id,
    string LoginName,
    string PasswordHash,
    DateTimeOffset CreatedAt,
    DateTimeOffset? PasswordSetAt,
    DateTimeOffset? LeavingAt,
    Profile? Profile,
    IReadOnlyList<Consent>? Consents)
{
    public static UserDocument Of(User user) => new(
        user.Id,
        user.LoginName,
        user.PasswordHash,
        user.CreatedAt,
        user.PasswordSetAt,
        user.LeavingAt,
        user.Profile,
        user.Consents);

    public User ToUser() => new()
    {
        Id = Id,
        LoginName = LoginName,
        PasswordHash = PasswordHash,
        CreatedAt = CreatedAt,
        PasswordSetAt = PasswordSetAt,
        LeavingAt = LeavingAt,
        Profile = Profile ?? new(),
        Consents = Consents ?? [],
    };
}
