using System.Text.Json;
using System.Text.Json.Nodes;
using Matinee.Local.CosmosGateway.Protocol;

namespace Matinee.Local.CosmosGateway.Patching;

/// <summary>One operation of a patch.</summary>
sealed record PatchOperation(string Name, JsonPointer Path, JsonPointer? From, JsonNode? Value)
{
    public static PatchOperation Parse(JsonNode? node)
    {
        if (node is not JsonObject operation) throw CosmosError.BadRequest("An operation of a patch must be an object.");
        var name = Text(operation, "op").ToLowerInvariant();
        var path = JsonPointer.Parse(Text(operation, "path"));
        if (name is not ("add" or "set" or "replace" or "remove" or "incr" or "move"))
            throw CosmosError.BadRequest($"A patch can't '{name}'; it can add, set, replace, remove, incr and move.");
        if (name is "add" or "set" or "replace" or "incr" && !operation.ContainsKey("value"))
            throw CosmosError.BadRequest($"The operation '{name}' at '{path}' needs a value.");
        var from = name == "move" ? JsonPointer.Parse(Text(operation, "from")) : null;
        if (from is not null && path.IsWithin(from)) throw CosmosError.BadRequest($"'{from}' can't be moved into itself, '{path}'.");
        return new(name, path, from, operation["value"]?.DeepClone());
    }

    public void Apply(JsonObject root)
    {
        switch (Name)
        {
            case "add": Path.Add(root, Value?.DeepClone()); break;
            case "set": Path.Set(root, Value?.DeepClone()); break;
            case "replace": Path.Replace(root, Value?.DeepClone()); break;
            case "remove": Path.Remove(root); break;
            case "move": Path.Add(root, From!.Remove(root)); break;
            default: Path.Set(root, Sum(Path.Find(root, out var isThere), isThere)); break;
        }
    }

    JsonNode Sum(JsonNode? current, bool isThere)
    {
        var by = Number(Value, "The value of");
        if (!isThere) return by.DeepClone();
        var from = Number(current, "What stands at");
        if (from.TryGetValue<long>(out var left) && by.TryGetValue<long>(out var right))
        {
            var sum = unchecked(left + right);
            // Overflow shows in the sign; the sum then goes on as a double, as numbers in JSON do.
            if (((left ^ sum) & (right ^ sum)) >= 0) return JsonValue.Create(sum);
        }

        var total = from.GetValue<double>() + by.GetValue<double>();
        return double.IsFinite(total) ? JsonValue.Create(total) : throw CosmosError.BadRequest($"The sum at '{Path}' is larger than a double can hold.");
    }

    JsonValue Number(JsonNode? node, string what) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            ? value
            : throw CosmosError.BadRequest($"{what} incr at '{Path}' is not a number.");

    static string Text(JsonObject operation, string name) =>
        operation[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : throw CosmosError.BadRequest($"An operation of a patch needs a text '{name}'.");
}
