using Matinee.Api.Http;
using Matinee.Api.Ratings;
using Matinee.Core.Catalog;
using Matinee.Core.Problems;
using Matinee.Core.Profiles;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;

namespace Matinee.Api.Profile;

/// <summary>The films that viewers have put aside: to watch, watched, or not to be recommended.</summary>
public sealed class ShelfFunctions(ViewerShelf shelf, Catalogue catalogue)
{
    /// <summary>The films that the viewer wants to watch.</summary>
    [Function("GetWatchlist"), Access(Access.Viewer), Query<PageQuery>]
    public Task<Ok<ShelfPage>> Watchlist(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/me/watchlist")] HttpRequest request, CancellationToken cancellation) =>
        ListAsync(request, ShelfKind.Watchlist, cancellation);

    /// <summary>Puts a film on the watchlist; it is of interest again if it was not.</summary>
    [Function("PutOnWatchlist"), Access(Access.Viewer), Fails(ProblemCode.MovieNotFound)]
    public Task<Results<Created<ShelfItem>, Ok<ShelfItem>>> PutOnWatchlist(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/me/watchlist/{movieId:int}")] HttpRequest request,
        int movieId,
        CancellationToken cancellation) => PutAsync(request, ShelfKind.Watchlist, movieId, cancellation);

    /// <summary>Takes a film off the watchlist.</summary>
    [Function("TakeOffWatchlist"), Access(Access.Viewer)]
    public Task<NoContent> TakeOffWatchlist(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/me/watchlist/{movieId:int}")] HttpRequest request,
        int movieId,
        CancellationToken cancellation) => RemoveAsync(request, ShelfKind.Watchlist, movieId, cancellation);

    /// <summary>The films that the viewer says they have seen.</summary>
    [Function("GetSeen"), Access(Access.Viewer), Query<PageQuery>]
    public Task<Ok<ShelfPage>> Seen(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/me/seen")] HttpRequest request, CancellationToken cancellation) =>
        ListAsync(request, ShelfKind.Seen, cancellation);

    /// <summary>Marks a film as seen: it goes off the watchlist and is not recommended any more.</summary>
    [Function("PutSeen"), Access(Access.Viewer), Fails(ProblemCode.MovieNotFound)]
    public Task<Results<Created<ShelfItem>, Ok<ShelfItem>>> PutSeen(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/me/seen/{movieId:int}")] HttpRequest request,
        int movieId,
        CancellationToken cancellation) => PutAsync(request, ShelfKind.Seen, movieId, cancellation);

    /// <summary>A film was not seen after all.</summary>
    [Function("RemoveSeen"), Access(Access.Viewer)]
    public Task<NoContent> RemoveSeen(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/me/seen/{movieId:int}")] HttpRequest request,
        int movieId,
        CancellationToken cancellation) => RemoveAsync(request, ShelfKind.Seen, movieId, cancellation);

    /// <summary>The films that are not to be recommended.</summary>
    [Function("GetNotInterested"), Access(Access.Viewer), Query<PageQuery>]
    public Task<Ok<ShelfPage>> NotInterested(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/me/not-interested")] HttpRequest request, CancellationToken cancellation) =>
        ListAsync(request, ShelfKind.NotInterested, cancellation);

    /// <summary>Never recommend a film; it goes off the watchlist. It says nothing about other films, and no model is trained on it.</summary>
    [Function("PutNotInterested"), Access(Access.Viewer), Fails(ProblemCode.MovieNotFound)]
    public Task<Results<Created<ShelfItem>, Ok<ShelfItem>>> PutNotInterested(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/me/not-interested/{movieId:int}")] HttpRequest request,
        int movieId,
        CancellationToken cancellation) => PutAsync(request, ShelfKind.NotInterested, movieId, cancellation);

    /// <summary>Undo: a film may be recommended again.</summary>
    [Function("RemoveNotInterested"), Access(Access.Viewer)]
    public Task<NoContent> RemoveNotInterested(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/me/not-interested/{movieId:int}")] HttpRequest request,
        int movieId,
        CancellationToken cancellation) => RemoveAsync(request, ShelfKind.NotInterested, movieId, cancellation);

    async Task<Ok<ShelfPage>> ListAsync(HttpRequest request, ShelfKind kind, CancellationToken cancellation)
    {
        var query = request.Query<PageQuery>();
        var page = await shelf.ListAsync(await request.ViewerAsync(), kind, query.ToPage(), cancellation);
        var view = await catalogue.ViewAsync(cancellation);
        return TypedResults.Ok(new ShelfPage([.. page.Items.Select(entry => ItemOf(entry, view))], page.NextCursor));
    }

    async Task<Results<Created<ShelfItem>, Ok<ShelfItem>>> PutAsync(HttpRequest request, ShelfKind kind, int movieId, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var (entry, isNew) = await shelf.PutAsync(await request.ViewerAsync(), kind, movieId, cancellation);
        var item = ItemOf(entry, await catalogue.ViewAsync(cancellation));
        return isNew ? TypedResults.Created((string?)null, item) : TypedResults.Ok(item);
    }

    async Task<NoContent> RemoveAsync(HttpRequest request, ShelfKind kind, int movieId, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        await shelf.RemoveAsync(await request.ViewerAsync(), kind, movieId, cancellation);
        return TypedResults.NoContent();
    }

    static ShelfItem ItemOf(ShelfEntry entry, CatalogueView view) => new(FilmLine.Of(entry.MovieId, view), entry.At);
}
