using Matinee.Api.Http;
using Matinee.Core.Catalog;
using Matinee.Core.Problems;
using Matinee.Core.Ratings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;

namespace Matinee.Api.Ratings;

/// <summary>The viewer's own reviews: texts that go with ratings.</summary>
public sealed class ReviewFunctions(IRatings ratings, ReviewFilm review, Catalogue catalogue)
{
    /// <summary>What the viewer has reviewed, the latest rating first.</summary>
    [Function("GetOwnReviews"), Access(Access.Viewer), Query<PageQuery>]
    public async Task<Ok<RatingPage>> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/me/reviews")] HttpRequest request, CancellationToken cancellation)
    {
        var query = request.Query<PageQuery>();
        var page = await ratings.ReviewsAsync(await request.ViewerAsync(), query.ToPage(), cancellation);
        var view = await catalogue.ViewAsync(cancellation);
        return TypedResults.Ok(new RatingPage([.. page.Items.Select(rating => RatingItem.Of(rating, view))], page.NextCursor));
    }

    /// <summary>Reviews a film that the viewer has rated; others read it on the film's page a moment later.</summary>
    /// <remarks>With If-Match only if the rating is still the one with that ETag.</remarks>
    [Function("PutReview"), Access(Access.Viewer), Body<ReviewBody>, Fails(ProblemCode.RatingNotFound, ProblemCode.InvalidValue, ProblemCode.StaleEtag)]
    public async Task<Ok<RatingItem>> Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/me/ratings/{movieId:int}/review")] HttpRequest request,
        int movieId,
        CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var body = await request.BodyAsync<ReviewBody>(cancellation);
        var (rating, etag) = await review.WriteAsync(await request.ViewerAsync(), movieId, body.Text, request.IfMatch(), cancellation);
        request.SetETag(etag);
        return TypedResults.Ok(RatingItem.Of(rating, await catalogue.ViewAsync(cancellation)));
    }

    /// <summary>Takes a review back; the stars stay. No error where there is none.</summary>
    /// <remarks>With If-Match only if the rating is still the one with that ETag.</remarks>
    [Function("DeleteReview"), Access(Access.Viewer), Fails(ProblemCode.StaleEtag)]
    public async Task<NoContent> Delete(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/me/ratings/{movieId:int}/review")] HttpRequest request,
        int movieId,
        CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        await review.RemoveAsync(await request.ViewerAsync(), movieId, request.IfMatch(), cancellation);
        return TypedResults.NoContent();
    }
}
