using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Matinee.Local.CosmosGateway.Protocol;

namespace Matinee.Local.CosmosGateway.Items;

/// <summary>A document as a client sent it, checked, and without the properties that the store gives.</summary>
sealed record ItemBody(ReadOnlyMemory<byte> Json, string Id, PartitionKey Partition, int Ttl)
{
    public const int MaxBytes = 2 << 20;
    public const int MaxDepth = 128;
    const int MaxIdBytes = 1023;
    const byte CosmosBinary = 0x80;

    static readonly JsonReaderOptions s_reading = new() { MaxDepth = MaxDepth };

    /// <summary>Reads a document for a container that is partitioned by this path.</summary>
    /// <exception cref="CosmosError">400 or 413, with the reason.</exception>
    public static ItemBody Parse(ReadOnlyMemory<byte> utf8, PartitionKeyPath path)
    {
        if (utf8.Length > MaxBytes) throw CosmosError.TooLarge($"An item may have {MaxBytes} bytes, this one has {utf8.Length}.");
        if (utf8.Span is [CosmosBinary, ..])
            throw CosmosError.BadRequest("The body is in CosmosBinary, only text is served: unset AZURE_COSMOS_BINARY_ENCODING_ENABLED.");
        if (!Utf8.IsValid(utf8.Span)) throw CosmosError.BadRequest("The body is not valid UTF-8.");
        try
        {
            return Read(utf8, path);
        }
        catch (JsonException error)
        {
            throw CosmosError.BadRequest($"The body is not valid JSON: {error.Message}");
        }
    }

    static ItemBody Read(ReadOnlyMemory<byte> utf8, PartitionKeyPath path)
    {
        var reader = new Utf8JsonReader(utf8.Span, s_reading);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw CosmosError.BadRequest("An item must be a JSON object.");
        var start = (int)reader.TokenStartIndex;
        string? id = null;
        PartitionKey? partition = null;
        int? ttl = null;
        var kept = new List<Range>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            CheckText(ref reader);
            var from = (int)reader.TokenStartIndex;
            var (isId, isTtl, isKey) = (reader.ValueTextEquals("id"u8), reader.ValueTextEquals("ttl"u8), reader.ValueTextEquals(path.First));
            var isSystem = SystemProperties.IsName(ref reader);
            reader.Read();
            if (isKey) partition = Once(partition, path.First, KeyOf(reader, path));
            if (isId) id = Once(id, "id", IdOf(ref reader));
            if (isTtl) ttl = Once(ttl, "ttl", TtlOf(ref reader));
            Skip(ref reader);
            if (!isSystem) kept.Add(from..(int)reader.BytesConsumed);
        }

        var end = (int)reader.BytesConsumed;
        if (reader.Read()) throw CosmosError.BadRequest("Something follows the item's JSON object.");
        if (id is null) throw CosmosError.BadRequest("The required property 'id' is missing.");
        return new(Join(utf8, start..end, kept), id, partition ?? PartitionKey.Undefined, ttl ?? 0);
    }

    // The usual body has no system properties and is kept as it came.
    static ReadOnlyMemory<byte> Join(ReadOnlyMemory<byte> utf8, Range whole, List<Range> kept)
    {
        if (!SystemProperties.MayOccurIn(utf8.Span)) return utf8[whole];
        var joined = new ArrayBufferWriter<byte>(utf8.Length);
        joined.Write("{"u8);
        for (var i = 0; i < kept.Count; i++)
        {
            if (i > 0) joined.Write(","u8);
            joined.Write(utf8.Span[kept[i]]);
        }

        joined.Write("}"u8);
        return joined.WrittenMemory;
    }

    static T Once<T>(object? before, string name, T value) =>
        before is null ? value : throw CosmosError.BadRequest($"The property '{name}' occurs twice.");

    static PartitionKey KeyOf(Utf8JsonReader reader, PartitionKeyPath path)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        return path.Of(value.RootElement);
    }

    static string IdOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) throw CosmosError.BadRequest("The property 'id' must be a string.");
        CheckText(ref reader);
        return CheckId(reader.GetString()!);
    }

    /// <summary>The id itself; the error says what an id may be.</summary>
    public static string CheckId(string id) =>
        id.Length == 0 ? throw CosmosError.BadRequest("An id must not be empty.")
        : Encoding.UTF8.GetByteCount(id) > MaxIdBytes ? throw CosmosError.BadRequest($"An id may have {MaxIdBytes} bytes.")
        : id.AsSpan().ContainsAny("/\\?#") ? throw CosmosError.BadRequest($"The id '{id}' must not contain / \\ ? #.")
        : id;

    static int TtlOf(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var ttl) && (ttl > 0 || ttl == -1)
            ? ttl
            : throw CosmosError.BadRequest("The property 'ttl' must be a whole number of seconds above 0, or -1.");

    static void Skip(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        CheckToken(ref reader);
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) return;
        while (reader.Read() && reader.CurrentDepth > depth) CheckToken(ref reader);
    }

    static void CheckToken(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) CheckText(ref reader);
        if (reader.TokenType == JsonTokenType.Number && !double.IsFinite(reader.GetDouble()))
            throw CosmosError.BadRequest("A number in the item is larger than a double can hold.");
    }

    // An escape such as \ud800 alone is legal JSON and no text: it would fail whoever reads the document later.
    static void CheckText(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped) return;
        try
        {
            reader.GetString();
        }
        catch (InvalidOperationException)
        {
            throw CosmosError.BadRequest("A text in the item has half of a surrogate pair.");
        }
    }
}
