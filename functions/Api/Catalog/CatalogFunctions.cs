using Matinee.Api.Http;
using Matinee.Core.Catalog;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Matinee.Api.Catalog;

/// <summary>The films in lists.</summary>
public sealed class CatalogFunctions(Catalogue catalogue, TimeProvider clock)
{
    /// <summary>Films, filtered and sorted.</summary>
    /// <remarks>A film whose year, length or language is not known is left out where these are filtered. Cursors stay good while the catalogue changes.</remarks>
    [Function("ListMovies"), Access(Access.Anyone), Query<MovieListQuery>]
    public async Task<Tagged<MoviePage>> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/movies")] HttpRequest request, CancellationToken cancellation)
    {
        var query = request.Query<MovieListQuery>();
        var view = await catalogue.ViewAsync(cancellation);
        var page = MovieList.Browse(view, query.ToFilter(view), query.Sort, new() { Limit = query.Limit, Cursor = query.Cursor });
        return new(view.Version, Caching.Public, MoviePage.Of(view, page));
    }

    /// <summary>The films that are rated most, of a week, a month or all time.</summary>
    /// <remarks>The order goes by ratings that weigh less the older they are; the numbers are plain counts within the window.</remarks>
    [Function("ListHotMovies"), Access(Access.Anyone), Query<HotQuery>]
    public async Task<Tagged<HotMoviePage>> ListHot(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/movies/hot")] HttpRequest request, CancellationToken cancellation)
    {
        var query = request.Query<HotQuery>();
        var view = await catalogue.ViewAsync(cancellation);
        var page = MovieList.Hot(view, query.Window, new() { Limit = query.Limit, Cursor = query.Cursor });
        var now = clock.GetUtcNow();
        // What is within the window changes with the day, though nobody rates anything.
        return new(
            $"{view.Version}-{now:yyyyMMdd}",
            Caching.Public,
            new HotMoviePage([.. page.Items.Select(movie => HotMovieItem.Of(view, movie, query.Window, now))], page.NextCursor));
    }

    /// <summary>All genres, with how many films each has.</summary>
    [Function("ListGenres"), Access(Access.Anyone)]
    public async Task<Tagged<GenreList>> ListGenres(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/genres")] HttpRequest request, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var view = await catalogue.ViewAsync(cancellation);
        return new(view.Version, Caching.Public, new GenreList([.. view.Genres.Select(static genre => new GenreItem(genre.Name, genre.Count))]));
    }
}
