using Matinee.Api.Http;
using Matinee.Core.Catalog;
using Matinee.Core.Problems;
using Matinee.Core.Recommendations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;

namespace Matinee.Api.Recommendations;

/// <summary>What to watch, and why.</summary>
public sealed class RecommendationFunctions(
    RecommendationLists lists, HomeRows rows, PeopleRecommendations people, Explainer explainer, Catalogue catalogue, KeptAnswers kept)
{
    /// <summary>What the viewer may like.</summary>
    /// <remarks>
    /// Never a film that is rated, seen or put aside; always as many as asked for while there are any. A rating counts in the very next list.
    /// Without a trained model films come by popularity, and modelVersion says "popularity".
    /// </remarks>
    [Function("GetRecommendations"), Access(Access.Viewer), Query<RecommendationQuery>]
    public async Task<Tagged<RecommendationPage>> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/recommendations")] HttpRequest request, CancellationToken cancellation)
    {
        var query = request.Query<RecommendationQuery>();
        var viewer = await request.MarkedViewerAsync();
        var prepared = await lists.PrepareAsync(viewer, query.ToRequest(await catalogue.ViewAsync(cancellation)), cancellation);
        return kept.Of(prepared, async (list, stop) => RecommendationPage.Of(list, await catalogue.ViewAsync(stop)));
    }

    /// <summary>What somebody with these ratings may like. Nothing is stored; the same ratings give the same list.</summary>
    [Function("PostRecommendations"), Access(Access.Anyone), Query<RecommendationQuery>, Body<RatingsBody>, Fails(ProblemCode.InvalidStars)]
    public async Task<Ok<RecommendationPage>> ListFor(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/recommendations")] HttpRequest request, CancellationToken cancellation)
    {
        var query = request.Query<RecommendationQuery>();
        var body = await request.BodyAsync<RatingsBody>(cancellation);
        var view = await catalogue.ViewAsync(cancellation);
        var list = await lists.ForAsync(SentRating.Check(body.Ratings), query.ToRequest(view), cancellation);
        return TypedResults.Ok(RecommendationPage.Of(list, view));
    }

    /// <summary>The rows of the viewer's home page.</summary>
    /// <remarks>For the viewer, because they liked some film, people like them, what is hot, hidden gems, new to the catalogue.</remarks>
    [Function("GetRecommendationRows"), Access(Access.Viewer), Query<RowsQuery>]
    public async Task<Tagged<RowsPage>> Rows(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/recommendations/rows")] HttpRequest request, CancellationToken cancellation)
    {
        var query = request.Query<RowsQuery>();
        var prepared = await rows.PrepareAsync(await request.MarkedViewerAsync(), query.Seed, query.Limit, cancellation);
        return kept.Of(prepared, async (page, stop) => RowsPage.Of(page, await catalogue.ViewAsync(stop)));
    }

    /// <summary>The rows of the home page of somebody with these ratings. Nothing is stored.</summary>
    [Function("PostRecommendationRows"), Access(Access.Anyone), Query<RowsQuery>, Body<RatingsBody>, Fails(ProblemCode.InvalidStars)]
    public async Task<Ok<RowsPage>> RowsFor(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/recommendations/rows")] HttpRequest request, CancellationToken cancellation)
    {
        var query = request.Query<RowsQuery>();
        var body = await request.BodyAsync<RatingsBody>(cancellation);
        var page = await rows.ForAsync(SentRating.Check(body.Ratings), query.Seed, query.Limit, cancellation);
        return TypedResults.Ok(RowsPage.Of(page, await catalogue.ViewAsync(cancellation)));
    }

    /// <summary>The favourites of the people whose ratings are most like the viewer's.</summary>
    /// <remarks>Only of those who agreed to it, and only films that at least three of them liked: nothing is told of anyone.</remarks>
    [Function("GetPeopleRecommendations"), Access(Access.Viewer), Query<PeopleQuery>]
    public async Task<Tagged<PeoplePage>> People(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/recommendations/people")] HttpRequest request, CancellationToken cancellation)
    {
        var query = request.Query<PeopleQuery>();
        var prepared = await people.PrepareAsync(await request.MarkedViewerAsync(), query.Limit, cancellation);
        return kept.Of(prepared, async (page, stop) => PeoplePage.Of(page, await catalogue.ViewAsync(stop)));
    }

    /// <summary>What each rating has to do with the scores of films: its exact share, and by how much exactly a score falls without it.</summary>
    [Function("ExplainRecommendations"), Access(Access.Anyone), Body<ExplainBody>]
    [Fails(ProblemCode.MovieNotFound, ProblemCode.InvalidStars, ProblemCode.Unauthenticated)]
    public async Task<Ok<Explanations>> Explain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/recommendations/explain")] HttpRequest request, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var body = await request.BodyAsync<ExplainBody>(cancellation);
        var unheard = body.NotBecauseOf ?? [];
        return TypedResults.Ok(body.Ratings is { } ratings
            ? await explainer.ForAsync(SentRating.Check(ratings), body.MovieIds, unheard, cancellation)
            : await explainer.ForAsync(await request.ViewerAsync(), body.MovieIds, unheard, cancellation));
    }
}
