using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Matinee.Core.Models;

/// <summary>Reads a stored document, or says which one can't be read.</summary>
static class StoredJson
{
    public static T Read<T>(string name, ReadOnlyMemory<byte> content, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(content.Span, type) ?? throw new JsonException("It says null.");
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            throw new ModelDamagedException(name, error);
        }
    }
}
