using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Matinee.Local.CosmosGateway.Items;
using Matinee.Local.CosmosGateway.Protocol;

namespace Matinee.Local.CosmosGateway.Patching;

/// <summary>Reading and writing JSON trees of strangers.</summary>
static class JsonShape
{
    static readonly JsonSerializerOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = ItemBody.MaxDepth };

    public static byte[] Write(JsonNode root) => JsonSerializer.SerializeToUtf8Bytes(root, s_writing);

    /// <summary>Turns what a tree can throw only when it is used (a name twice, half a surrogate pair, too deep) into a 400.</summary>
    public static T Guard<T>(string what, Func<T> body)
    {
        try
        {
            return body();
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or JsonException or FormatException)
        {
            throw CosmosError.BadRequest($"The {what} can't be used: {error.Message}");
        }
    }
}
