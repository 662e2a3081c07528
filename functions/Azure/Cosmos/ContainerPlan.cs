using Microsoft.Azure.Cosmos;

namespace Matinee.Azure.Cosmos;

/// <summary>How a container is declared.</summary>
/// <param name="Name">Its name.</param>
/// <param name="PartitionKey">The path of its partition key.</param>
public sealed record ContainerPlan(string Name, string PartitionKey)
{
    /// <summary>Seconds that items live unless they say otherwise; -1: for ever, but they may say otherwise; null: for ever.</summary>
    public int? DefaultTtl { get; init; }

    /// <summary>The paths that queries look at; besides the partition key, without which its queries would scan, nothing else is indexed.</summary>
    public IReadOnlyList<string> Indexed
    {
        get;
        init => field = PartitionKey == "/id" ? value : [PartitionKey, .. value];
    } = PartitionKey == "/id" ? [] : [PartitionKey];

    /// <summary>The pairs of paths that lists are sorted by, in one direction (an index serves both).</summary>
    public IReadOnlyList<(string First, string Second)> Sorted { get; init; } = [];

    internal ContainerProperties ToProperties()
    {
        var properties = new ContainerProperties(Name, PartitionKey) { DefaultTimeToLive = DefaultTtl };
        foreach (var path in Indexed) properties.IndexingPolicy.IncludedPaths.Add(new() { Path = path + "/?" });
        properties.IndexingPolicy.ExcludedPaths.Add(new() { Path = "/*" });
        foreach (var (first, second) in Sorted)
        {
            properties.IndexingPolicy.CompositeIndexes.Add(
            [
                new() { Path = first, Order = CompositePathSortOrder.Descending },
                new() { Path = second, Order = CompositePathSortOrder.Descending },
            ]);
        }

        return properties;
    }
}
