using Matinee.Azure.Cosmos.Documents;
using Matinee.Core.Profiles;
using Matinee.Core.Stores;

namespace Matinee.Azure.Cosmos;

sealed class CosmosViewerMarks(CosmosTable<MarkDocument> table) : IViewerMarks
{
    public async Task<string?> FindAsync(string userId, CancellationToken cancellation) =>
        (await table.FindAsync(MarkDocument.MarkId, new(userId), cancellation).ConfigureAwait(false))?.ETag;

    // Who was overtaken by another touch may use the other's mark: it was made after the change, too.
    public async Task<string> TouchAsync(string userId, CancellationToken cancellation) =>
        await table.UpsertAsync(MarkDocument.Of(userId), new(userId), cancellation).ConfigureAwait(false)
        ?? await FindAsync(userId, cancellation).ConfigureAwait(false)
        ?? throw new ConflictException("The mark of the viewer");

    public Task RemoveAsync(string userId, CancellationToken cancellation) =>
        table.RemoveAsync(MarkDocument.MarkId, new(userId), cancellation);
}
