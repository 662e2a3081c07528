using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Matinee.Api.Tests.Fuzzing;

/// <summary>Compares JSON with a schema, as far as the OpenAPI document uses the language. A keyword it does not know is an error, so that nothing passes unchecked.</summary>
/// <param name="document">The document that references lead into.</param>
sealed class SchemaCheck(JsonNode document)
{
    const string Reference = "#/components/schemas/";

    // What says nothing of which values are right.
    static readonly HashSet<string> s_remarks = ["description", "default", "example", "examples", "deprecated", "title"];

    /// <summary>What is wrong, with its place; nothing where all is well.</summary>
    public IEnumerable<string> ProblemsOf(JsonElement value, JsonNode schema, string at = "$")
    {
        if (schema is JsonValue bare) return bare.GetValue<bool>() ? [] : [$"{at} must not be there"];
        return schema.AsObject().SelectMany(rule => s_remarks.Contains(rule.Key) ? [] : Problems(value, rule.Key, rule.Value!, schema, at));
    }

    IEnumerable<string> Problems(JsonElement value, string keyword, JsonNode rule, JsonNode schema, string at) => keyword switch
    {
        "$ref" => ProblemsOf(value, Resolve((string)rule!), at),
        "type" => Types(rule).Any(type => IsOf(value, type)) ? [] : [$"{at} is {value.ValueKind}, not {rule.ToJsonString()}"],
        "format" => IsOfFormat(value, (string)rule!) ? [] : [$"{at} is no {rule}: {value.GetRawText()}"],
        "enum" => rule.AsArray().Any(one => one!.ToJsonString() == value.GetRawText()) ? [] : [$"{at} is {value.GetRawText()}, none of {rule.ToJsonString()}"],
        "oneOf" => OneOf(value, rule.AsArray(), at),
        "items" => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany((item, i) => ProblemsOf(item, rule, $"{at}[{i}]")) : [],
        "required" => value.ValueKind == JsonValueKind.Object
            ? rule.AsArray().Where(name => !value.TryGetProperty((string)name!, out _)).Select(name => $"{at} has no {name}") : [],
        "properties" => value.ValueKind == JsonValueKind.Object
            ? rule.AsObject().SelectMany(one => value.TryGetProperty(one.Key, out var inner) ? ProblemsOf(inner, one.Value!, $"{at}.{one.Key}") : []) : [],
        "additionalProperties" => value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject().Where(one => schema["properties"]?.AsObject().ContainsKey(one.Name) != true)
                .SelectMany(one => ProblemsOf(one.Value, rule, $"{at}.{one.Name}")) : [],
        _ => throw new NotSupportedException($"The schema at {at} says {keyword}, which this check does not know: teach it."),
    };

    /// <summary>The schema that is meant.</summary>
    public JsonNode Resolve(string reference) =>
        reference.StartsWith(Reference, StringComparison.Ordinal) && document["components"]!["schemas"]![reference[Reference.Length..]] is { } schema
            ? schema
            : throw new NotSupportedException($"{reference} leads nowhere.");

    IEnumerable<string> OneOf(JsonElement value, JsonArray schemas, string at)
    {
        var found = schemas.Select(schema => ProblemsOf(value, schema!, at).ToList()).ToList();
        return found.Count(static problems => problems.Count == 0) == 1 ? [] : [$"{at} is not exactly one of what it may be: {string.Join("; ", found.SelectMany(static one => one))}"];
    }

    static IEnumerable<string> Types(JsonNode rule) => rule is JsonArray many ? many.Select(static one => (string)one!) : [(string)rule!];

    static bool IsOf(JsonElement value, string type) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && decimal.TryParse(value.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => throw new NotSupportedException($"A value can't be of type {type}."),
    };

    // A format speaks of values of its own type only: null is the business of "type".
    static bool IsOfFormat(JsonElement value, string format) => (format, value.ValueKind) switch
    {
        ("date-time", JsonValueKind.String) => value.TryGetDateTimeOffset(out _),
        ("int32", JsonValueKind.Number) => value.TryGetInt32(out _),
        ("int64", JsonValueKind.Number) => value.TryGetInt64(out _),
        ("uint64", JsonValueKind.Number) => value.TryGetUInt64(out _),
        ("float", JsonValueKind.Number) => value.TryGetSingle(out var number) && float.IsFinite(number),
        ("double", JsonValueKind.Number) => value.TryGetDouble(out var number) && double.IsFinite(number),
        ("date-time" or "int32" or "int64" or "uint64" or "float" or "double", _) => true,
        _ => throw new NotSupportedException($"The format {format} is not known to this check: teach it."),
    };
}
