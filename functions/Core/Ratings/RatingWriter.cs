using Matinee.Core.Stores;

namespace Matinee.Core.Ratings;

/// <summary>Makes the next version of a rating out of the one that is there, whoever else is writing.</summary>
public sealed class RatingWriter(IRatings ratings)
{
    const int MaxRaces = 20;

    /// <summary>Changes a rating.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="movieId">Of which film.</param>
    /// <param name="ifMatch">The state that the caller has seen; null: whatever is there.</param>
    /// <param name="change">Gives the next version, or the same object where nothing is to change. A removed rating is handed over, too.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What was there, and what is there now; null where there is nothing.</returns>
    /// <exception cref="Problems.ProblemException">It is not in the state that the caller has seen.</exception>
    public async Task<(Stored<ViewerRating>? Before, Stored<ViewerRating>? After)> ChangeAsync(
        string userId, int movieId, string? ifMatch, Func<ViewerRating?, ViewerRating?> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        for (var race = 0; ; race++)
        {
            var before = await ratings.FindAsync(userId, movieId, cancellation).ConfigureAwait(false);
            if (ifMatch is not null && (before is null or { Value.IsRemoved: true } || !ETags.AreSame(ifMatch, before.ETag)))
                throw ETags.Stale("The rating");
            var next = change(before?.Value);
            if (next is null || ReferenceEquals(next, before?.Value)) return (before, before);
            try
            {
                return (before, new(next, await ratings.SaveAsync(next, before?.ETag, cancellation).ConfigureAwait(false)));
            }
            catch (ConflictException) when (race < MaxRaces)
            {
                // Another device was faster: what is to be written depends on what is there now.
            }
        }
    }
}
