namespace Matinee.Core.Ratings;

/// <summary>A document of a change feed that can't be applied, set aside so that it stops nothing.</summary>
/// <param name="Id">The same for every delivery of the same state of the document.</param>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="Payload">The document, cut off if it is very long.</param>
/// <param name="At">When it was set aside.</param>
public sealed record PoisonDocument(string Id, string Reason, string Payload, DateTimeOffset At)
{
    /// <summary>How long it is kept for somebody to look into it.</summary>
    public const int KeptSeconds = 30 * 86_400;

    /// <summary>The longest payload that is kept whole, in characters.</summary>
    public const int MaxPayload = 100_000;
}
