using Matinee.Core.Recommendations;
using Matinee.Core.Stores;

namespace Matinee.Core.Ratings;

/// <summary>Takes ratings back, with their reviews.</summary>
public sealed class RemoveRating(RatingWriter writer, FirstPageWatch watch, TimeProvider clock)
{
    /// <summary>Takes a rating back; false if there was none.</summary>
    /// <exception cref="Problems.ProblemException">It is not in the state that the caller has seen.</exception>
    public async Task<bool> RemoveAsync(string userId, int movieId, string? ifMatch, CancellationToken cancellation = default)
    {
        var (before, after) = await watch.MarkedAsync(userId, () => WriteAsync(userId, movieId, ifMatch, cancellation)).ConfigureAwait(false);
        return !ReferenceEquals(before, after);
    }

    internal Task<(Stored<ViewerRating>? Before, Stored<ViewerRating>? After)> WriteAsync(
        string userId, int movieId, string? ifMatch, CancellationToken cancellation) =>
        writer.ChangeAsync(userId, movieId, ifMatch, old => old is null or { IsRemoved: true } ? old : old.Remove(clock.GetUtcNow()), cancellation);
}
