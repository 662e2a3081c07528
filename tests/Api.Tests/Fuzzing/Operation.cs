using System.Text.Json.Nodes;

namespace Matinee.Api.Tests.Fuzzing;

/// <summary>One operation of the OpenAPI document.</summary>
sealed record Operation(string Id, HttpMethod Method, string Path, JsonObject Json)
{
    public IReadOnlyList<JsonNode> Parameters { get; } = [.. (Json["parameters"]?.AsArray() ?? []).Select(static one => one!)];

    public JsonNode? Body { get; } = Json["requestBody"]?["content"]?["application/json"];

    public bool IsForViewers => Security.Contains("bearer") && !Security.Contains("");

    public bool IsForOperators => Security.Contains("functionKey");

    IEnumerable<string> Security => Json["security"]!.AsArray().Select(static one => one!.AsObject().Select(static way => way.Key).FirstOrDefault(""));

    /// <summary>What it may answer with a status; null where it says nothing of it.</summary>
    public JsonNode? Answer(int status) => Json["responses"]![$"{status}"] is not { } answer
        ? null
        : answer["$ref"] is { } reference
            ? Json.Root["components"]!["responses"]![((string)reference!).Split('/')[^1]]
            : answer;

    public static IReadOnlyList<Operation> Of(JsonNode document) =>
    [
        .. from path in document["paths"]!.AsObject()
           from method in path.Value!.AsObject()
           select new Operation((string)method.Value!["operationId"]!, new(method.Key.ToUpperInvariant()), path.Key, method.Value!.AsObject()),
    ];
}
