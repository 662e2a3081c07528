using Matinee.Azure.Cosmos.Documents;
using Matinee.Core.Ratings;
using Matinee.Core.Stores;
using Microsoft.Azure.Cosmos;

namespace Matinee.Azure.Cosmos;

sealed class CosmosRatings(CosmosTable<RatingDocument> table) : IRatings
{
    const string NotRemoved = "c.removed = false";

    static readonly QueryDefinition s_all = new($"SELECT c.id, c.userId, c.movieId, c.removed, c.stars, c.ratedAt, c.version FROM c WHERE {NotRemoved}");

    static readonly Keyset s_reviews = new("own-reviews", $"{NotRemoved} AND IS_DEFINED(c.review)", "ratedAt", "movieId");

    public async Task<Stored<ViewerRating>?> FindAsync(string userId, int movieId, CancellationToken cancellation) =>
        await table.FindAsync(MovieDocument.IdOf(movieId), new(userId), cancellation).ConfigureAwait(false) is { } found
            ? new(found.Value.ToRating(), found.ETag)
            : null;

    public Task<string> SaveAsync(ViewerRating rating, string? etag, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rating);
        var document = RatingDocument.Of(rating);
        return table.SaveAsync(document, document.Id, new(rating.UserId), etag, $"The rating of movie {rating.MovieId}", cancellation);
    }

    public Task<Page<ViewerRating>> ListAsync(string userId, RatingOrder order, PageRequest page, CancellationToken cancellation) =>
        ListAsync(userId, ListBy(order), order, page, cancellation);

    public Task<Page<ViewerRating>> ReviewsAsync(string userId, PageRequest page, CancellationToken cancellation) =>
        ListAsync(userId, s_reviews, RatingOrder.Newest, page, cancellation);

    public async Task<IReadOnlyList<RatedMovie>> AllAsync(string userId, CancellationToken cancellation) =>
        (await table.QueryAsync(s_all, new(userId), cancellation).ConfigureAwait(false)).ConvertAll(static document => document.ToRatedMovie());

    async Task<Page<ViewerRating>> ListAsync(string userId, Keyset list, RatingOrder order, PageRequest page, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = await table.QueryAsync(list.Query(page), new(userId), cancellation, page.Limit + 1).ConfigureAwait(false);
        return Cursor.PageOf(found.ConvertAll(static document => document.ToRating()), page.Limit, rating => list.At(KeyOf(rating, order), rating.MovieId));
    }

    static Keyset ListBy(RatingOrder order) => order switch
    {
        RatingOrder.Newest => new("newest", NotRemoved, "ratedAt", "movieId"),
        RatingOrder.Oldest => new("oldest", NotRemoved, "ratedAt", "movieId", Descending: false),
        RatingOrder.Highest => new("highest", NotRemoved, "stars", "movieId"),
        RatingOrder.Lowest => new("lowest", NotRemoved, "stars", "movieId", Descending: false),
        RatingOrder.MovieId => new("movie", NotRemoved, "movieId", null, Descending: false),
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "There is no such order."),
    };

    static double KeyOf(ViewerRating rating, RatingOrder order) => order switch
    {
        RatingOrder.Newest or RatingOrder.Oldest => rating.RatedAt.ToUnixTimeMilliseconds(),
        RatingOrder.Highest or RatingOrder.Lowest => rating.Stars!.Value,
        _ => rating.MovieId,
    };
}
