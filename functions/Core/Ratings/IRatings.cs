using Matinee.Core.Stores;

namespace Matinee.Core.Ratings;

/// <summary>Every viewer's ratings.</summary>
public interface IRatings
{
    /// <summary>The rating, the mark of a removed one, or null.</summary>
    Task<Stored<ViewerRating>?> FindAsync(string userId, int movieId, CancellationToken cancellation = default);

    /// <summary>Adds a rating (no ETag) or changes just the state that the ETag marks; gives the new ETag. A removed one is forgotten after a time.</summary>
    /// <exception cref="ConflictException">The rating exists already, or is no longer in that state.</exception>
    Task<string> SaveAsync(ViewerRating rating, string? etag, CancellationToken cancellation = default);

    /// <summary>A part of a viewer's ratings, without removed ones.</summary>
    Task<Page<ViewerRating>> ListAsync(string userId, RatingOrder order, PageRequest page, CancellationToken cancellation = default);

    /// <summary>A part of a viewer's ratings with a text, the latest first.</summary>
    Task<Page<ViewerRating>> ReviewsAsync(string userId, PageRequest page, CancellationToken cancellation = default);

    /// <summary>All that a viewer has rated, in no order.</summary>
    Task<IReadOnlyList<RatedMovie>> AllAsync(string userId, CancellationToken cancellation = default);
}
