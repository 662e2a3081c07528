using System.Text;
using System.Text.Json;
using Matinee.Local.CosmosGateway.Items;
using Matinee.Local.CosmosGateway.Protocol;

namespace Matinee.Local.CosmosGateway.Batch;

/// <summary>
/// A batch as a JSON array, which is how clients in other languages than .NET send it:
/// <c>[{"operationType":"Upsert","partitionKey":"[\"x\"]","id":"1","ifMatch":"...","resourceBody":{...}}]</c>.
/// </summary>
static class JsonBatch
{
    static readonly JsonDocumentOptions s_reading = new() { MaxDepth = ItemBody.MaxDepth + 2 };

    public static bool Is(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n"u8).StartsWith("["u8);

    public static List<BatchQuestion> ReadAll(ReadOnlyMemory<byte> body, int max)
    {
        try
        {
            using var document = JsonDocument.Parse(body, s_reading);
            var count = document.RootElement.GetArrayLength();
            if (count == 0) throw CosmosError.BadRequest("The batch has no operations.");
            if (count > max) throw CosmosError.BadRequest($"A batch may have {max} operations, this one has {count}.");
            return [.. document.RootElement.EnumerateArray().Select(Read)];
        }
        catch (JsonException error)
        {
            throw CosmosError.BadRequest($"The batch is not valid JSON: {error.Message}");
        }
    }

    static BatchQuestion Read(JsonElement operation)
    {
        if (operation.ValueKind != JsonValueKind.Object) throw CosmosError.BadRequest("An operation of a batch must be an object.");
        var type = Text(operation, "operationType");
        if (type is null || !Enum.TryParse<OperationKind>(type, ignoreCase: true, out var kind) || char.IsAsciiDigit(type[0]))
            throw CosmosError.BadRequest($"The operation type '{type}' is not served in a batch; there are {string.Join(", ", Enum.GetNames<OperationKind>())}.");
        var body = operation.TryGetProperty("resourceBody", out var resource) ? Encoding.UTF8.GetBytes(resource.GetRawText()) : [];
        var partition = Encoding.UTF8.GetBytes(Text(operation, "partitionKey") ?? "");
        return new((int)kind, partition, Text(operation, "id"), body)
        {
            IfMatch = Text(operation, "ifMatch"),
            IfNoneMatch = Text(operation, "ifNoneMatch"),
        };
    }

    static string? Text(JsonElement operation, string name) =>
        !operation.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw CosmosError.BadRequest($"The {name} of an operation must be a text.");
}
