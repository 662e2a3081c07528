using Matinee.Core.Accounts;

namespace Matinee.Azure.Cosmos.Documents;

/// <summary>Gone by itself some time after its end.</summary>
sealed record SessionDocument(
    string Id, string UserId, string Device, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt, DateTimeOffset ExpiresAt, int Ttl)
{
    public static SessionDocument Of(Session session, DateTimeOffset now) => new(
        session.Id,
        session.UserId,
        session.Device,
        session.CreatedAt,
        session.UsedAt,
        session.ExpiresAt,
        (int)Math.Clamp(Math.Ceiling((session.ExpiresAt - now).TotalSeconds), 1, int.MaxValue));

    public Session ToSession() => new(UserId, Id, Device, CreatedAt, ExpiresAt) { UsedAt = UsedAt ?? CreatedAt };
}
