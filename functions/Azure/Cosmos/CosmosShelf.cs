using Matinee.Azure.Cosmos.Documents;
using Matinee.Core.Profiles;
using Matinee.Core.Stores;
using Microsoft.Azure.Cosmos;

namespace Matinee.Azure.Cosmos;

sealed class CosmosShelf(CosmosTable<ShelfDocument> table) : IShelf
{
    // The viewer's mark lies here, too.
    static readonly QueryDefinition s_all = new($"SELECT * FROM c WHERE c.id != '{MarkDocument.MarkId}'");

    public Task SaveAsync(ShelfEntry entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return table.UpsertAsync(ShelfDocument.Of(entry), new(entry.UserId), cancellation);
    }

    public Task<bool> RemoveAsync(string userId, ShelfKind kind, int movieId, CancellationToken cancellation) =>
        table.RemoveAsync(ShelfDocument.IdOf(kind, movieId), new(userId), cancellation);

    public async Task<Page<ShelfEntry>> ListAsync(string userId, ShelfKind kind, PageRequest page, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(page);
        var list = new Keyset(kind.ToString(), "c.kind = @kind", "at", "movieId");
        var query = list.Query(page).WithParameter("@kind", kind.ToString());
        var found = await table.QueryAsync(query, new(userId), cancellation, page.Limit + 1).ConfigureAwait(false);
        var entries = found.ConvertAll(static document => document.ToEntry());
        return Cursor.PageOf(entries, page.Limit, entry => list.At(entry.At.ToUnixTimeMilliseconds(), entry.MovieId));
    }

    public async Task<ShelfEntry?> FindAsync(string userId, ShelfKind kind, int movieId, CancellationToken cancellation) =>
        (await table.FindAsync(ShelfDocument.IdOf(kind, movieId), new(userId), cancellation).ConfigureAwait(false))?.Value.ToEntry();

    public async Task<IReadOnlyList<ShelfEntry>> AllAsync(string userId, CancellationToken cancellation) =>
        (await table.QueryAsync(s_all, new(userId), cancellation).ConfigureAwait(false))
            .ConvertAll(static document => document.ToEntry());
}
