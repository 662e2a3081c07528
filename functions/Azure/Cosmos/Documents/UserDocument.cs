using Matinee.Core.Accounts;
using Matinee.Core.Profiles;

namespace Matinee.Azure.Cosmos.Documents;

sealed record UserDocument(
    string Id,
    string LoginName,
    string PasswordHash,
    DateTimeOffset CreatedAt,
    Profile? Profile,
    IReadOnlyList<Consent>? Consents,
    int? Portrait)
{
    public static UserDocument Of(User user) =>
        new(user.Id, user.LoginName, user.PasswordHash, user.CreatedAt, user.Profile, user.Consents, user.Portrait);

    public User ToUser() => new()
    {
        Id = Id,
        LoginName = LoginName,
        PasswordHash = PasswordHash,
        CreatedAt = CreatedAt,
        Profile = Profile ?? new(),
        Consents = Consents ?? [],
        Portrait = Portrait,
    };
}
