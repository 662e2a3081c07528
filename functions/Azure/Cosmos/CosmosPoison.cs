using Matinee.Azure.Cosmos.Documents;
using Matinee.Core.Ratings;
using Microsoft.Azure.Cosmos;

namespace Matinee.Azure.Cosmos;

sealed class CosmosPoison(CosmosTable<PoisonItem> table) : IPoison
{
    public Task SaveAsync(PoisonDocument document, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        return table.UpsertAsync(PoisonItem.Of(document), new(document.Id), cancellation);
    }

    // Rare, and few documents: it asks all partitions.
    public async Task<int> RemoveOfAsync(string userId, CancellationToken cancellation)
    {
        var query = new QueryDefinition("SELECT * FROM c WHERE CONTAINS(c.payload, @user)").WithParameter("@user", userId);
        var removed = 0;
        foreach (var document in await table.QueryAsync(query, null, cancellation).ConfigureAwait(false))
        {
            if (await table.RemoveAsync(document.Id, new(document.Id), cancellation).ConfigureAwait(false)) removed++;
        }

        return removed;
    }

    // For operators, likewise.
    public async Task<IReadOnlyList<PoisonDocument>> LatestAsync(int count, CancellationToken cancellation) =>
        (await table.QueryAsync(new QueryDefinition("SELECT * FROM c ORDER BY c.at DESC"), null, cancellation, count).ConfigureAwait(false))
            .ConvertAll(static document => document.ToDocument());
}
