using Matinee.Local.CosmosGateway.Items;

namespace Matinee.Local.CosmosGateway.Protocol;

/// <summary>The keys of the only items that a query can be about, where it says so: then nothing has to be scanned.</summary>
static class CandidateKeys
{
    public static IEnumerable<ItemKey>? Of(QueryText query, PartitionKeyPath path, PartitionKey? partition)
    {
        if (!query.Parsed.TryGetIds(query.Parameters, out var ids)) return null;
        if (partition is not null) return ids.Select(id => new ItemKey(partition, id));
        return path.Text == "/id" ? ids.Select(id => new ItemKey(PartitionKey.FromText(id), id)) : null;
    }
}
