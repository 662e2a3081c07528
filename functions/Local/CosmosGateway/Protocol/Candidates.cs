using System.Text;
using Matinee.Local.CosmosGateway.Items;

namespace Matinee.Local.CosmosGateway.Protocol;

/// <summary>The only items that a query can be about, where it says so, so that not all have to be read.</summary>
/// <param name="Keys">Their keys; null if they can't be told.</param>
/// <param name="Partition">The partition that all are in; null if that can't be told.</param>
sealed record Candidates(IEnumerable<ItemKey>? Keys, PartitionKey? Partition)
{
    /// <summary>To look up a key that isn't there is much cheaper than to read an item, but not free.</summary>
    const int MaxLookUps = 1_000_000;

    /// <summary>What a query's condition says, within the partition that the request names, if it does.</summary>
    public static Candidates Of(QueryText query, PartitionKeyPath path, PartitionKey? partition)
    {
        var knowsIds = query.Parsed.TryGetIds(query.Parameters, out var ids);
        if (knowsIds && path.IsId && partition is null) return new(ids.Select(id => new ItemKey(PartitionKey.FromText(id), id)), null);
        var partitions = partition is not null ? [partition] : PartitionsOf(query, path);
        if (partitions is null) return new(null, null);
        return knowsIds && (long)ids.Count * partitions.Count <= MaxLookUps
            ? new(partitions.SelectMany(one => ids.Select(id => new ItemKey(one, id))), null)
            : new(null, partitions is [var only] ? only : null);
    }

    // Keys are never lists or objects: whoever asks for those asks for nothing.
    static List<PartitionKey>? PartitionsOf(QueryText query, PartitionKeyPath path) =>
        query.Parsed.TryGetValues(query.Parameters, path.Names, out var values)
            ? [.. values.Where(text => text[0] is not ('[' or '{')).Select(text => PartitionKey.FromHeader(Encoding.UTF8.GetBytes($"[{text}]")))]
            : null;
}
