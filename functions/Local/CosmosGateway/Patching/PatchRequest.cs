using System.Text.Json;
using System.Text.Json.Nodes;
using Matinee.Local.CosmosGateway.Items;
using Matinee.Local.CosmosGateway.Protocol;

namespace Matinee.Local.CosmosGateway.Patching;

/// <summary>A partial update: operations that are applied in order, all or none, under a condition if there is one.</summary>
sealed record PatchRequest(IReadOnlyList<PatchOperation> Operations, string? Condition)
{
    /// <summary>The service takes no more either.</summary>
    public const int MaxOperations = 10;

    static readonly JsonDocumentOptions s_reading = new() { MaxDepth = ItemBody.MaxDepth };

    public static PatchRequest Parse(ReadOnlyMemory<byte> utf8)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(utf8.Span, documentOptions: s_reading);
        }
        catch (JsonException error)
        {
            throw CosmosError.BadRequest($"The patch is not valid JSON: {error.Message}");
        }

        return JsonShape.Guard("patch", () => Read(root));
    }

    /// <summary>The document after the patch.</summary>
    public ReadOnlyMemory<byte> Apply(ReadOnlyMemory<byte> document) =>
        JsonShape.Guard("item or the patch", () =>
        {
            var root = (JsonObject)JsonNode.Parse(document.Span, documentOptions: s_reading)!;
            foreach (var operation in Operations) operation.Apply(root);
            return (ReadOnlyMemory<byte>)JsonShape.Write(root);
        });

    static PatchRequest Read(JsonNode? root)
    {
        // Some clients send the bare list.
        var request = root as JsonObject;
        if ((request is null ? root : request["operations"]) is not JsonArray { Count: > 0 } list)
            throw CosmosError.BadRequest("A patch must be a list of operations that is not empty, or an object with such a list as 'operations'.");
        if (list.Count > MaxOperations) throw CosmosError.BadRequest($"A patch may have {MaxOperations} operations, this one has {list.Count}.");
        var condition = request?["condition"] switch
        {
            null => null,
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            _ => throw CosmosError.BadRequest("The condition of a patch must be a text that begins with FROM."),
        };
        return new([.. list.Select(PatchOperation.Parse)], condition);
    }
}
