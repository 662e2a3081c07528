using System.Text.Json;
using Matinee.Local.CosmosGateway.Items;
using Matinee.Local.CosmosGateway.Sql;

namespace Matinee.Local.CosmosGateway.Protocol;

/// <summary>A query as a request's body holds it.</summary>
sealed record QueryText(SqlQuery Parsed, IReadOnlyDictionary<string, JsonElement> Parameters)
{
    const int MaxLength = 1 << 18;

    static readonly JsonDocumentOptions s_reading = new() { MaxDepth = ItemBody.MaxDepth };

    public static bool IsContentType(string? type) =>
        type is not null && type.StartsWith("application/query+json", StringComparison.OrdinalIgnoreCase);

    public static QueryText Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            var root = JsonElement.Parse(utf8.Span, s_reading);
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("query", out var query) || query.ValueKind != JsonValueKind.String)
                throw CosmosError.BadRequest("A query must be a JSON object with a text 'query'.");
            var text = query.GetString()!;
            if (text.Length > MaxLength) throw CosmosError.BadRequest($"A query may have {MaxLength} characters, this one has {text.Length}.");
            return new(SqlQuery.Parse(text), ParametersOf(root));
        }
        catch (SqlException error)
        {
            throw CosmosError.BadRequest(error.Message);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw CosmosError.BadRequest($"The query is not valid JSON: {error.Message}");
        }
    }

    static Dictionary<string, JsonElement> ParametersOf(JsonElement root)
    {
        var parameters = new Dictionary<string, JsonElement>();
        if (!root.TryGetProperty("parameters", out var list) || list.ValueKind == JsonValueKind.Null) return parameters;
        if (list.ValueKind != JsonValueKind.Array) throw CosmosError.BadRequest("The 'parameters' of a query must be a list.");
        foreach (var parameter in list.EnumerateArray())
        {
            if (parameter.ValueKind != JsonValueKind.Object || !parameter.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String)
                throw CosmosError.BadRequest("A parameter must be an object with a text 'name' and a 'value'.");
            // Without a value it is undefined, which is not null.
            if (parameter.TryGetProperty("value", out var value)) parameters[name.GetString()!] = value;
        }

        return parameters;
    }
}
