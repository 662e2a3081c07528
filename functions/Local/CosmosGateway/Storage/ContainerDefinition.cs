using System.Text.Json;
using System.Text.Json.Nodes;
using Matinee.Local.CosmosGateway.Items;
using Matinee.Local.CosmosGateway.Patching;
using Matinee.Local.CosmosGateway.Protocol;

namespace Matinee.Local.CosmosGateway.Storage;

/// <summary>A container as it was declared. Immutable.</summary>
sealed class ContainerDefinition
{
    static readonly string[] s_system = ["_rid", "_self", "_etag", "_ts", "_docs", "_sprocs", "_triggers", "_udfs", "_conflicts"];

    ContainerDefinition(string id, PartitionKeyPath path, int? defaultTtl, string json) =>
        (Id, Path, DefaultTtl, Json) = (id, path, defaultTtl, json);

    public string Id { get; }

    public PartitionKeyPath Path { get; }

    /// <summary>Seconds that items live unless they say otherwise; -1: for ever; null: for ever, whatever they say.</summary>
    public int? DefaultTtl { get; }

    /// <summary>The declaration as it came, without system properties.</summary>
    public string Json { get; }

    /// <summary>Checks a declaration: what would be needed for right answers and isn't served is refused, not ignored.</summary>
    public static ContainerDefinition Parse(ReadOnlyMemory<byte> utf8) => JsonShape.Guard("container's definition", () =>
    {
        if (JsonNode.Parse(utf8.Span) is not JsonObject root) throw CosmosError.BadRequest("A container's definition must be a JSON object.");
        foreach (var name in s_system) root.Remove(name);
        RefuseWhatIsNotServed(root);
        var id = root["id"] is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? ItemBody.CheckId(value.GetValue<string>())
            : throw CosmosError.BadRequest("A container needs an 'id'.");
        return new ContainerDefinition(id, PathOf(root), TtlOf(root["defaultTtl"]), root.ToJsonString());
    });

    static PartitionKeyPath PathOf(JsonObject root)
    {
        if (root["partitionKey"] is not JsonObject key || key["paths"] is not JsonArray { Count: > 0 } paths)
            throw CosmosError.BadRequest("A container needs a partitionKey with one path, such as {\"paths\":[\"/userId\"],\"kind\":\"Hash\"}.");
        if (paths.Count > 1 || key["kind"]?.GetValue<string>() == "MultiHash")
            throw CosmosError.BadRequest("Hierarchical partition keys are not served here: declare one path of the kind Hash.");
        key["kind"] ??= "Hash";
        key["version"] ??= 2;
        return PartitionKeyPath.Parse(paths[0]?.GetValue<string>())
            ?? throw CosmosError.BadRequest($"The partition key path '{paths[0]}' must begin with / and name a property.");
    }

    static int? TtlOf(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.TryGetValue<int>(out var ttl) && (ttl > 0 || ttl == -1) => ttl,
        _ => throw CosmosError.BadRequest("The defaultTtl must be a whole number of seconds above 0, or -1."),
    };

    static void RefuseWhatIsNotServed(JsonObject root)
    {
        if (root["uniqueKeyPolicy"] is JsonObject unique && unique["uniqueKeys"] is JsonArray { Count: > 0 }) throw NotServed("Unique keys");
        if (root["computedProperties"] is JsonArray { Count: > 0 }) throw NotServed("Computed properties");
        if (root["changeFeedPolicy"] is JsonObject feed && feed["retentionDuration"] is JsonValue kept && kept.ToString() is not ("0" or "00:00:00"))
            throw NotServed("A change feed of all versions and deletes");
        if (root["clientEncryptionPolicy"] is JsonObject) throw NotServed("Client encryption policies");
        if (root["vectorEmbeddingPolicy"] is JsonObject or JsonArray) throw NotServed("Vector policies");
        if (root["fullTextPolicy"] is JsonObject) throw NotServed("Full text policies");
        if (root["ttlPropertyPath"] is not null) throw NotServed("A ttlPropertyPath");
    }

    static CosmosError NotServed(string what) => CosmosError.BadRequest($"{what} can't be served by this gateway; declare the container without.");
}
