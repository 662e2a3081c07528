using System.Text;
using System.Text.Json;
using Matinee.Local.CosmosGateway.Items;
using Matinee.Local.CosmosGateway.Protocol;

namespace Matinee.Local.CosmosGateway.Batch;

/// <summary>Reads batches in JSON, as clients in other languages send them.</summary>
static class JsonBatch
{
    static readonly JsonDocumentOptions s_reading = new() { MaxDepth = ItemBody.MaxDepth };

    public static bool Is(ReadOnlyMemory<byte> body) => body.Span is [(byte)'[', ..];

    public static List<BatchQuestion> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            var list = JsonElement.Parse(body.Span, s_reading);
            return list.GetArrayLength() <= BatchRoutes.MaxOperations ? [.. list.EnumerateArray().Select(Read)] : throw BatchRoutes.TooMany();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw CosmosError.BadRequest($"The batch is not a valid list of operations: {error.Message}");
        }
    }

    static BatchQuestion Read(JsonElement operation)
    {
        var name = Text(operation, "operationType");
        if (!Enum.TryParse(name, out OperationKind kind) || kind.ToString() != name) throw CosmosError.BadRequest($"The operation '{name}' is not served in a batch.");
        // The key is a list, or the text of one.
        var partition = !operation.TryGetProperty("partitionKey", out var key) ? "" : key.ValueKind == JsonValueKind.String ? key.GetString()! : key.GetRawText();
        var body = operation.TryGetProperty("resourceBody", out var resource) ? Encoding.UTF8.GetBytes(resource.GetRawText()) : [];
        return new(kind, Encoding.UTF8.GetBytes(partition), Text(operation, "id"), body)
        {
            IfMatch = Text(operation, "ifMatch"),
            IfNoneMatch = Text(operation, "ifNoneMatch"),
        };
    }

    static string? Text(JsonElement operation, string name) => operation.TryGetProperty(name, out var value) ? value.GetString() : null;
}
