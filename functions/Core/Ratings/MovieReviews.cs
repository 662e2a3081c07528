using Matinee.Core.Accounts;
using Matinee.Core.Stores;

namespace Matinee.Core.Ratings;

/// <summary>The reviews of a film with the names that their writers want to be seen by.</summary>
public sealed class MovieReviews(IReviews reviews, IUsers users)
{
    /// <summary>How many reviews a page has unless asked otherwise.</summary>
    public const int DefaultLimit = 20;

    /// <summary>The most reviews of a page: each writer's name is a read of its own.</summary>
    public const int MaxLimit = 50;

    /// <summary>A page of the reviews, the latest first.</summary>
    /// <exception cref="InvalidCursorException">The cursor is of another list.</exception>
    public async Task<Page<SignedReview>> PageAsync(int movieId, PageRequest page, CancellationToken cancellation = default)
    {
        var found = await reviews.ListAsync(movieId, page, cancellation).ConfigureAwait(false);
        var signed = await Task.WhenAll(found.Items.Select(rating => SignAsync(rating, cancellation))).ConfigureAwait(false);
        return new(signed, found.NextCursor);
    }

    async Task<SignedReview> SignAsync(ViewerRating rating, CancellationToken cancellation)
    {
        if (rating.IsSimulated) return new(null, rating.Stars!.Value, rating.Review!, rating.RatedAt, IsSimulated: true);
        var writer = await users.FindAsync(rating.UserId, cancellation).ConfigureAwait(false);
        var name = writer?.Value.Profile.Name?.Trim();
        return new(string.IsNullOrEmpty(name) ? null : name, rating.Stars!.Value, rating.Review!, rating.RatedAt);
    }
}
