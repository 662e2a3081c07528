namespace Matinee.Core.Ratings;

/// <summary>What a ledger changes to: all of it at once, or nothing.</summary>
/// <param name="MovieId">Which film.</param>
/// <param name="Stats">Its new counts.</param>
/// <param name="ETag">The mark of the counts that they come from; null: there were none.</param>
/// <param name="Applied">The ratings that are now in the counts and were not before.</param>
public sealed record LedgerUpdate(int MovieId, MovieStats Stats, string? ETag, IReadOnlyList<AppliedRating> Applied)
{
    /// <summary>Nothing changes.</summary>
    public bool IsEmpty => Applied.Count == 0;
}
