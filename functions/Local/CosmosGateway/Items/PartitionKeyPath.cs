using System.Text.Json;

namespace Matinee.Local.CosmosGateway.Items;

/// <summary>Where in a document its partition key stands, such as <c>/userId</c> or <c>/address/city</c>.</summary>
sealed class PartitionKeyPath
{
    readonly string[] _names;

    PartitionKeyPath(string text, string[] names) => (Text, _names) = (text, names);

    public string Text { get; }

    /// <summary>The top-level property that holds it.</summary>
    public string First => _names[0];

    public IReadOnlyList<string> Names => _names;

    /// <summary>Is every item a partition of its own?</summary>
    public bool IsId => _names is ["id"];

    public static PartitionKeyPath? Parse(string? text)
    {
        if (text is not ['/', ..] || text.Length == 1) return null;
        var names = text[1..].Split('/').Select(name => name is ['"', .., '"'] && name.Length > 2 ? name[1..^1] : name).ToArray();
        return names.Any(string.IsNullOrEmpty) ? null : new(text, names);
    }

    /// <summary>The key inside the value of the first property; undefined where it leads nowhere.</summary>
    public PartitionKey Of(JsonElement first)
    {
        var value = first;
        foreach (var name in _names.AsSpan(1))
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value)) return PartitionKey.Undefined;
        }

        return PartitionKey.FromValue(value);
    }
}
