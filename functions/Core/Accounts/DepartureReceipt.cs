namespace Matinee.Core.Accounts;

/// <summary>What was erased with an account.</summary>
/// <param name="ErasedAt">When it was done.</param>
/// <param name="Erased">By container, how many items went.</param>
/// <param name="Remains">What is kept for a while so that nothing is counted twice, and until when.</param>
public sealed record DepartureReceipt(DateTimeOffset ErasedAt, IReadOnlyDictionary<string, int> Erased, IReadOnlyList<Remainder> Remains)
{
    /// <summary>Model versions whose manifest says that their ratings were taken later than this never knew the account.</summary>
    public DateTimeOffset ModelsKnowNothingAfter => ErasedAt;
}
