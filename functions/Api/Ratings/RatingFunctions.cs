using Matinee.Api.Http;
using Matinee.Core.Catalog;
using Matinee.Core.Problems;
using Matinee.Core.Ratings;
using Matinee.Core.Stores;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;

namespace Matinee.Api.Ratings;

/// <summary>The viewer's own ratings.</summary>
public sealed class RatingFunctions(IRatings ratings, RatingList list, RateFilm rate, RemoveRating remove, Catalogue catalogue)
{
    // 500 ratings, some of them with a long text.
    const int MaxBulkBytes = 1 << 20;

    /// <summary>What the viewer has rated.</summary>
    [Function("GetRatings"), Access(Access.Viewer), Query<RatingsQuery>]
    public async Task<Ok<RatingPage>> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/me/ratings")] HttpRequest request, CancellationToken cancellation)
    {
        var query = request.Query<RatingsQuery>();
        var page = await list.ListAsync(await request.ViewerAsync(), query.Sort, query.Q, query.ToPage(), cancellation);
        var view = await catalogue.ViewAsync(cancellation);
        return TypedResults.Ok(new RatingPage([.. page.Items.Select(rating => RatingItem.Of(rating, view))], page.NextCursor));
    }

    /// <summary>The viewer's rating of one film.</summary>
    [Function("GetRating"), Access(Access.Viewer), Fails(ProblemCode.RatingNotFound)]
    public async Task<Tagged<RatingItem>> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/me/ratings/{movieId:int}")] HttpRequest request,
        int movieId,
        CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var found = await ratings.FindAsync(await request.ViewerAsync(), movieId, cancellation);
        if (found is null or { Value.IsRemoved: true }) throw new ProblemException(ProblemCode.RatingNotFound, $"Film {movieId} is not rated.");
        var view = await catalogue.ViewAsync(cancellation);
        return new(ETags.Bare(found.ETag), Caching.Private, RatingItem.Of(found.Value, view));
    }

    /// <summary>Rates a film, or rates it otherwise. It counts in the very next list.</summary>
    /// <remarks>
    /// The same stars once more change nothing. A rated film goes off the watchlist. A review that is there stays. With If-Match only if the
    /// rating is still the one with that ETag.
    /// </remarks>
    [Function("PutRating"), Access(Access.Viewer), Body<StarsBody>, Fails(ProblemCode.MovieNotFound, ProblemCode.InvalidStars, ProblemCode.StaleEtag)]
    public async Task<Results<Created<RatingResult>, Ok<RatingResult>>> Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/me/ratings/{movieId:int}")] HttpRequest request,
        int movieId,
        CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var body = await request.BodyAsync<StarsBody>(cancellation);
        var rated = await rate.RateAsync(await request.ViewerAsync(), new(movieId, body.Stars), request.IfMatch(), cancellation);
        request.SetETag(rated.ETag);
        var result = new RatingResult(RatingItem.Of(rated.Rating, await catalogue.ViewAsync(cancellation)), rated.FirstPage);
        return rated.Effect == RatingEffect.Created ? TypedResults.Created((string?)null, result) : TypedResults.Ok(result);
    }

    /// <summary>Takes a rating back, with its review; no error where there is none.</summary>
    /// <remarks>With If-Match only if the rating is still the one with that ETag.</remarks>
    [Function("DeleteRating"), Access(Access.Viewer), Fails(ProblemCode.StaleEtag)]
    public async Task<NoContent> Delete(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/me/ratings/{movieId:int}")] HttpRequest request,
        int movieId,
        CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        await remove.RemoveAsync(await request.ViewerAsync(), movieId, request.IfMatch(), cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>Rates many films at once, such as those of an import.</summary>
    /// <remarks>
    /// All are checked first: if one is not allowed, none is written. Films that are not in the catalogue are named and left out. The same
    /// request once more changes nothing, so it may be repeated after a failure.
    /// </remarks>
    [Function("PutRatings"), Access(Access.Viewer), Body<BulkBody>(MaxBytes = MaxBulkBytes), Fails(ProblemCode.InvalidValue, ProblemCode.InvalidStars)]
    public async Task<Ok<BulkOutcomes>> PutMany(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/me/ratings")] HttpRequest request, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var body = await request.BodyAsync<BulkBody>(cancellation);
        var many = body.Ratings.Select(static one => new NewRating(one.MovieId, one.Stars) { RatedAt = one.RatedAt, Review = one.Review }).ToList();
        var (effects, firstPage) = await rate.RateManyAsync(await request.ViewerAsync(), many, cancellation);
        return TypedResults.Ok(new BulkOutcomes([.. many.Zip(effects, static (one, effect) => new BulkOutcome(one.MovieId, effect))], firstPage));
    }
}
