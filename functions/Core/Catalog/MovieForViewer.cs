using Matinee.Core.Profiles;
using Matinee.Core.Ratings;
using Matinee.Core.Recommendations;

namespace Matinee.Core.Catalog;

/// <summary>What a film is to one viewer.</summary>
public sealed class MovieForViewer(IRatings ratings, IShelf shelf, IPredictions predictions)
{
    /// <summary>The viewer's rating, the film's places on their shelf, and how they would probably like it.</summary>
    public async Task<ViewersMovie> FindAsync(string userId, int movieId, CancellationToken cancellation = default)
    {
        // Each reads for itself: the slowest is what is waited for.
        var rating = ratings.FindAsync(userId, movieId, cancellation);
        var entries = shelf.AllAsync(userId, cancellation);
        var prediction = predictions.ForAsync(userId, movieId, cancellation).AsTask();
        await Task.WhenAll(rating, entries, prediction).ConfigureAwait(false);
        var own = (await rating.ConfigureAwait(false))?.Value;
        var onShelf = (await entries.ConfigureAwait(false)).Where(entry => entry.MovieId == movieId).Select(static entry => entry.Kind).Order();
        return new(own is { IsRemoved: false } ? own : null, [.. onShelf], await prediction.ConfigureAwait(false));
    }
}
