using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Matinee.Azure.Cosmos;

/// <summary>The envelope of queries and feeds: {"Documents": [...], ...}.</summary>
static class DocumentPage
{
    public static void Read<T>(Stream content, JsonTypeInfo<T> json, List<T> into)
    {
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        var reader = new Utf8JsonReader(copy.GetBuffer().AsSpan(0, (int)copy.Length));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isDocuments = reader.ValueTextEquals("Documents"u8);
            reader.Read();
            if (!isDocuments)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) into.Add(JsonSerializer.Deserialize(ref reader, json)!);
        }
    }
}
