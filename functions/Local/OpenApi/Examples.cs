using System.Text.Json.Nodes;

namespace Matinee.Local.OpenApi;

/// <summary>The examples of an operation, from functions/Api/Examples: one file a function, with "request", "response" or both.</summary>
sealed record Examples(JsonNode? Request, JsonNode? Response)
{
    public static Examples Of(string function)
    {
        using var file = typeof(Examples).Assembly.GetManifestResourceStream($"examples/{function}.json");
        var parts = file is null ? null : JsonNode.Parse(file);
        return new(parts?["request"]?.DeepClone(), parts?["response"]?.DeepClone());
    }
}
