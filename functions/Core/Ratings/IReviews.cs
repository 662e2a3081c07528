using Matinee.Core.Stores;

namespace Matinee.Core.Ratings;

/// <summary>Each movie's side of its ratings, and its counts: what the ratings feed writes and the movie page reads.</summary>
public interface IReviews
{
    /// <summary>The most ratings that one update can carry.</summary>
    const int MaxUpdate = 90;

    /// <summary>A movie's ledger with the ratings of some users.</summary>
    Task<MovieLedger> OpenAsync(int movieId, IReadOnlyCollection<string> userIds, CancellationToken cancellation = default);

    /// <summary>Writes counts and ratings together.</summary>
    /// <exception cref="ConflictException">The counts, or one of the ratings, are no longer those that the ledger was opened with.</exception>
    /// <exception cref="StoreRefusedException">It is too large, or otherwise never to be taken.</exception>
    Task CommitAsync(LedgerUpdate update, CancellationToken cancellation = default);

    /// <summary>A movie's counts; empty ones if nobody has rated it.</summary>
    Task<MovieStats> StatsAsync(int movieId, CancellationToken cancellation = default);

    /// <summary>The ratings with a text, the latest first.</summary>
    Task<Page<ViewerRating>> ListAsync(int movieId, PageRequest page, CancellationToken cancellation = default);
}
