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

    // For operators: the only query here that asks all partitions.
    public async Task<IReadOnlyList<PoisonDocument>> LatestAsync(int count, CancellationToken cancellation) =>
        (await table.QueryAsync(new QueryDefinition("SELECT * FROM c ORDER BY c.at DESC"), null, cancellation, count).ConfigureAwait(false))
            .ConvertAll(static document => document.ToDocument());
}
