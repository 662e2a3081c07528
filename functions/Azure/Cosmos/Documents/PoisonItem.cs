using Matinee.Core.Ratings;

namespace Matinee.Azure.Cosmos.Documents;

sealed record PoisonItem(string Id, string Reason, string Payload, long At)
{
    public static PoisonItem Of(PoisonDocument document) => new(document.Id, document.Reason, document.Payload, document.At.ToUnixTimeMilliseconds());

    public PoisonDocument ToDocument() => new(Id, Reason, Payload, DateTimeOffset.FromUnixTimeMilliseconds(At));
}
