using Matinee.Core.Problems;
using Matinee.Core.Stores;

namespace Matinee.Core.Ratings;

/// <summary>Writes the text that goes with a rating. It changes no recommendation, so the viewer's mark stays.</summary>
public sealed class ReviewFilm(RatingWriter writer, TimeProvider clock)
{
    /// <summary>Writes a review, or another in its place.</summary>
    /// <exception cref="ProblemException">The film is not rated, the text is not allowed, or the rating is not in the state that the caller has seen.</exception>
    public async Task<Stored<ViewerRating>> WriteAsync(string userId, int movieId, string text, string? ifMatch, CancellationToken cancellation = default)
    {
        if (ReviewRules.ProblemOf(text) is { } problem) throw ProblemException.InvalidValue("text", problem);
        return await SetAsync(userId, movieId, ReviewRules.Trimmed(text), ifMatch, cancellation).ConfigureAwait(false)
            ?? throw new ProblemException(ProblemCode.RatingNotFound, $"Film {movieId} is not rated. Give it stars first: a review goes with them.");
    }

    /// <summary>Takes a review back; the stars stay.</summary>
    /// <exception cref="ProblemException">The rating is not in the state that the caller has seen.</exception>
    public Task RemoveAsync(string userId, int movieId, string? ifMatch, CancellationToken cancellation = default) =>
        SetAsync(userId, movieId, null, ifMatch, cancellation);

    async Task<Stored<ViewerRating>?> SetAsync(string userId, int movieId, string? text, string? ifMatch, CancellationToken cancellation)
    {
        var (_, after) = await writer.ChangeAsync(
            userId,
            movieId,
            ifMatch,
            old => old is null or { IsRemoved: true } || old.Review == text
                ? old
                : old with { Review = text, Version = ViewerRating.NextVersion(old.Version, clock.GetUtcNow()) },
            cancellation).ConfigureAwait(false);
        return after is { Value.IsRemoved: false } ? after : null;
    }
}
