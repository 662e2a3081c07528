using Matinee.Api.Http;
using Matinee.Core.Catalog;
using Matinee.Core.Problems;
using Matinee.Core.Ratings;
using Matinee.Core.Recommendations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Matinee.Api.Catalog;

/// <summary>One film.</summary>
public sealed class MovieFunctions(
    Catalogue catalogue, IReviews counts, MovieForViewer viewers, ModelSimilarMovies similar, MovieReviews reviews)
{
    /// <summary>One film with its counts.</summary>
    /// <remarks>To a viewer who is signed in also their rating, the film's places on their shelf, and how many stars they would probably give.</remarks>
    [Function("GetMovie"), Access(Access.Anyone), Fails(ProblemCode.MovieNotFound)]
    public async Task<Tagged<MovieDetails>> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/movies/{movieId:int}")] HttpRequest request,
        int movieId,
        CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var (view, movie) = await FindAsync(movieId, cancellation);
        var viewer = await request.ViewerOrNullAsync();
        var stats = await counts.StatsAsync(movieId, cancellation);
        var details = MovieDetails.Of(view, movie, stats);
        return viewer is null
            ? new($"{view.Version}-{stats.Revision:x}", Caching.Public, details)
            : ContentTag.Of(Caching.Private, details.For(await viewers.FindAsync(viewer, movieId, cancellation)));
    }

    /// <summary>Films that are like another.</summary>
    /// <remarks>By how viewers rate them, where a model knows the film; else by genres, people and keywords.</remarks>
    [Function("ListSimilarMovies"), Access(Access.Anyone), Query<SimilarQuery>, Fails(ProblemCode.MovieNotFound)]
    public async Task<Tagged<SimilarMovies>> ListSimilar(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/movies/{movieId:int}/similar")] HttpRequest request,
        int movieId,
        CancellationToken cancellation)
    {
        var query = request.Query<SimilarQuery>();
        var (view, _) = await FindAsync(movieId, cancellation);
        var ids = await similar.ForAsync(movieId, query.Limit, cancellation);
        // A film that came or went between model and catalogue is left out.
        var movies = ids.Select(view.Find).OfType<Movie>().Select(movie => MovieSummary.Of(view, movie));
        return ContentTag.Of(Caching.Public, new SimilarMovies([.. movies]));
    }

    /// <summary>The reviews of a film, the latest first.</summary>
    [Function("ListReviews"), Access(Access.Anyone), Query<ReviewQuery>, Fails(ProblemCode.MovieNotFound)]
    public async Task<Tagged<ReviewPage>> ListReviews(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/movies/{movieId:int}/reviews")] HttpRequest request,
        int movieId,
        CancellationToken cancellation)
    {
        var query = request.Query<ReviewQuery>();
        await FindAsync(movieId, cancellation);
        var page = await reviews.PageAsync(movieId, new() { Limit = query.Limit, Cursor = query.Cursor }, cancellation);
        return ContentTag.Of(Caching.Public, new ReviewPage([.. page.Items.Select(ReviewItem.Of)], page.NextCursor));
    }

    async Task<(CatalogueView View, Movie Movie)> FindAsync(int movieId, CancellationToken cancellation)
    {
        var view = await catalogue.ViewAsync(cancellation);
        return (view, view.Find(movieId) ?? throw ProblemException.MovieNotFound(movieId));
    }
}
