using Matinee.Core.Catalog;
using Matinee.Core.Problems;
using Matinee.Core.Recommendations;
using Matinee.Core.Stores;

namespace Matinee.Core.Profiles;

/// <summary>
/// Puts films on a viewer's shelf and takes them off. A film that was seen needs no watching, so it goes off the watchlist; to want to
/// watch it and not to be interested exclude each other, and the later word holds.
/// </summary>
public sealed class ViewerShelf(IShelf shelf, KnownFilms films, FirstPageWatch watch, TimeProvider clock)
{
    /// <summary>Puts a film on the shelf; where it is there already, it keeps its place.</summary>
    /// <returns>The entry, and whether it is new.</returns>
    /// <exception cref="ProblemException">There is no such film.</exception>
    public async Task<(ShelfEntry Entry, bool IsNew)> PutAsync(string userId, ShelfKind kind, int movieId, CancellationToken cancellation = default)
    {
        await films.RequireAsync(movieId, cancellation).ConfigureAwait(false);
        return await watch.MarkedAsync(userId, async () =>
        {
            var entry = await shelf.FindAsync(userId, kind, movieId, cancellation).ConfigureAwait(false);
            var isNew = entry is null;
            if (entry is null)
            {
                entry = new(userId, kind, movieId, DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds()));
                await shelf.SaveAsync(entry, cancellation).ConfigureAwait(false);
            }

            if (Opposite(kind) is { } other) await shelf.RemoveAsync(userId, other, movieId, cancellation).ConfigureAwait(false);
            return (entry, isNew);
        }).ConfigureAwait(false);
    }

    /// <summary>Takes a film off; false if it was not there.</summary>
    public Task<bool> RemoveAsync(string userId, ShelfKind kind, int movieId, CancellationToken cancellation = default) =>
        watch.MarkedAsync(userId, () => shelf.RemoveAsync(userId, kind, movieId, cancellation));

    /// <summary>The films of one kind, the latest first.</summary>
    public Task<Page<ShelfEntry>> ListAsync(string userId, ShelfKind kind, PageRequest page, CancellationToken cancellation = default) =>
        shelf.ListAsync(userId, kind, page, cancellation);

    static ShelfKind? Opposite(ShelfKind kind) => kind switch
    {
        ShelfKind.Watchlist => ShelfKind.NotInterested,
        ShelfKind.Seen or ShelfKind.NotInterested => ShelfKind.Watchlist,
        _ => null,
    };
}
