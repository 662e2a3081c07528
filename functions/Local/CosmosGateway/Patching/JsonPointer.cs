using System.Globalization;
using System.Text.Json.Nodes;
using Matinee.Local.CosmosGateway.Protocol;

namespace Matinee.Local.CosmosGateway.Patching;

/// <summary>A place in a document, such as <c>/tags/0</c>; <c>/tags/-</c> is the place behind a list's end.</summary>
sealed class JsonPointer
{
    const string Behind = "-";

    static readonly string[] s_system = ["_rid", "_self", "_etag", "_attachments", "_ts", "_lsn"];

    readonly string _text;
    readonly string[] _names;

    JsonPointer(string text, string[] names) => (_text, _names) = (text, names);

    public static JsonPointer Parse(string text)
    {
        if (text is not ['/', _, ..]) throw CosmosError.BadRequest($"The path '{text}' must begin with / and name a property.");
        var names = text[1..].Split('/').Select(name => name.Replace("~1", "/").Replace("~0", "~")).ToArray();
        if (names is ["id"] || s_system.Contains(names[0])) throw CosmosError.BadRequest($"A patch can't change '{text}'.");
        return new(text, names);
    }

    public bool IsWithin(JsonPointer other) => _names.AsSpan().StartsWith(other._names);

    /// <summary>What stands there.</summary>
    public JsonNode? Find(JsonObject root, out bool isThere)
    {
        var (parent, name) = Parent(root);
        JsonNode? found = null;
        if (parent is JsonArray list)
        {
            var index = name == Behind ? list.Count : Index(name, list.Count);
            isThere = index < list.Count;
            if (isThere) found = list[index];
        }
        else
        {
            isThere = ((JsonObject)parent).TryGetPropertyValue(name, out found);
        }

        return found;
    }

    /// <summary>Puts a value there; in a list it moves what stood there on.</summary>
    public void Add(JsonObject root, JsonNode? value)
    {
        var (parent, name) = Parent(root);
        if (parent is JsonArray list) list.Insert(name == Behind ? list.Count : Index(name, list.Count), value);
        else ((JsonObject)parent)[name] = value;
    }

    /// <summary>Puts a value there, in place of what stood there.</summary>
    public void Set(JsonObject root, JsonNode? value)
    {
        var (parent, name) = Parent(root);
        if (parent is not JsonArray list) ((JsonObject)parent)[name] = value;
        else if (name == Behind || Index(name, list.Count) == list.Count) list.Add(value);
        else list[Index(name, list.Count)] = value;
    }

    public void Replace(JsonObject root, JsonNode? value)
    {
        Find(root, out var isThere);
        if (!isThere) throw Missing();
        Set(root, value);
    }

    /// <summary>Takes out what stands there.</summary>
    public JsonNode? Remove(JsonObject root)
    {
        var found = Find(root, out var isThere);
        if (!isThere) throw Missing();
        var (parent, name) = Parent(root);
        if (parent is JsonArray list) list.RemoveAt(Index(name, list.Count));
        else ((JsonObject)parent).Remove(name);
        return found;
    }

    public override string ToString() => _text;

    (JsonNode Parent, string Name) Parent(JsonObject root)
    {
        JsonNode? node = root;
        foreach (var name in _names.AsSpan(0, _names.Length - 1))
        {
            node = node switch
            {
                JsonObject map => map[name],
                JsonArray list when Index(name, list.Count) is var index && index < list.Count => list[index],
                _ => null,
            };
        }

        return node is JsonObject or JsonArray ? (node, _names[^1]) : throw Missing();
    }

    int Index(string name, int count) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index <= count
            ? index
            : throw CosmosError.BadRequest($"'{name}' in '{_text}' is not a place in a list of {count}.");

    CosmosError Missing() => CosmosError.BadRequest($"The item has nothing at '{_text}' that the patch could work on.");
}
