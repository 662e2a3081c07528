using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Matinee.Local.CosmosGateway.Sql.Values;

/// <summary>Reads strings and names out of documents, those with half a surrogate pair too.</summary>
/// <remarks>
/// JSON may hold "\ud83d" alone. The library reads no such string, but throws; one such document must not make a container
/// unreadable, so what it refuses is unescaped here.
/// </remarks>
static class DocumentText
{
    public static string Of(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescaped(JsonMarshal.GetRawUtf8Value(text)[1..^1]);
        }
    }

    public static bool Is(JsonElement text, string other)
    {
        if (HasSurrogates(other)) return Of(text) == other;
        try
        {
            return text.ValueEquals(other);
        }
        catch (InvalidOperationException)
        {
            return Of(text) == other;
        }
    }

    public static bool TryGetProperty(JsonElement element, PropertyName name, out JsonElement found)
    {
        if (name.HasSurrogates) return TryFind(element, name.Text, out found);
        try
        {
            return element.TryGetProperty(name.Utf8, out found);
        }
        catch (InvalidOperationException)
        {
            return TryFind(element, name.Text, out found);
        }
    }

    /// <summary>Half a pair has no UTF-8, so that texts with one can't be compared there.</summary>
    public static bool HasSurrogates(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');

    static bool TryFind(JsonElement element, string name, out JsonElement found)
    {
        found = default;
        foreach (var property in element.EnumerateObject())
        {
            if (NameOf(property) == name) found = property.Value;
        }

        return found.ValueKind != JsonValueKind.Undefined;
    }

    public static IReadOnlyCollection<SqlProperty> Properties(JsonElement element)
    {
        var properties = new Dictionary<string, SqlProperty>();
        foreach (var property in element.EnumerateObject())
        {
            var name = NameOf(property);
            properties[name] = new(name, SqlValue.Of(property.Value));
        }

        return properties.Values;
    }

    static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return Unescaped(JsonMarshal.GetRawUtf8PropertyName(property));
        }
    }

    static string Unescaped(ReadOnlySpan<byte> raw)
    {
        var text = Encoding.UTF8.GetString(raw);
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\') result.Append(Escapes.Read(text, ref i));
            else result.Append(text[i]);
        }

        return result.ToString();
    }
}
