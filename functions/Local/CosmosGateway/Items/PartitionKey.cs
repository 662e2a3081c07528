using System.Text.Json;
using Matinee.Local.CosmosGateway.Protocol;

namespace Matinee.Local.CosmosGateway.Items;

/// <summary>A partition key in one canonical spelling: 5, 5.0 and 5e0 are the same key, and undefined is not null.</summary>
sealed class PartitionKey : IEquatable<PartitionKey>
{
    const int MaxBytes = 2048;

    PartitionKey(byte[] bytes) => Bytes = bytes;

    /// <summary>The key of items that have no such property.</summary>
    public static PartitionKey Undefined { get; } = new("[{}]"u8.ToArray());

    /// <summary>A JSON array of one value, as the protocol's header has it.</summary>
    public byte[] Bytes { get; }

    public ulong Hash => ItemKey.HashOf(Bytes);

    /// <summary>Reads the header <c>x-ms-documentdb-partitionkey</c>: <c>["x"]</c>, <c>[5]</c>, <c>[null]</c>; <c>[{}]</c> and <c>[]</c> are undefined.</summary>
    public static PartitionKey FromHeader(ReadOnlyMemory<byte> header)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(header);
        }
        catch (JsonException)
        {
            throw Malformed();
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Array) throw Malformed();
            return root.GetArrayLength() switch
            {
                0 => Undefined,
                1 when root[0].ValueKind == JsonValueKind.Object && !root[0].EnumerateObject().Any() => Undefined,
                1 => FromValue(root[0]),
                _ => throw CosmosError.BadRequest("Hierarchical partition keys are not served here: the header names more than one value."),
            };
        }
    }

    public static PartitionKey FromValue(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Undefined: return Undefined;
            case JsonValueKind.Null: return new("[null]"u8.ToArray());
            case JsonValueKind.True: return new("[true]"u8.ToArray());
            case JsonValueKind.False: return new("[false]"u8.ToArray());
            case JsonValueKind.Number when double.IsFinite(value.GetDouble()):
                // Adding zero turns -0 into 0.
                return new(JsonSerializer.SerializeToUtf8Bytes<double[]>([value.GetDouble() + 0.0]));
            case JsonValueKind.String: return FromText(TextOf(value));
            default: throw CosmosError.BadRequest("A partition key must be a string, a number, true, false or null.");
        }
    }

    public static PartitionKey FromText(string text)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes<string[]>([text]);
        return bytes.Length <= MaxBytes ? new(bytes) : throw CosmosError.BadRequest($"A partition key may have {MaxBytes} bytes, this one has {bytes.Length}.");
    }

    public bool Equals(PartitionKey? other) => other is not null && Bytes.AsSpan().SequenceEqual(other.Bytes);

    public override bool Equals(object? obj) => Equals(obj as PartitionKey);

    public override int GetHashCode() => (int)Hash;

    public override string ToString() => System.Text.Encoding.UTF8.GetString(Bytes);

    static string TextOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw CosmosError.BadRequest("The partition key has half of a surrogate pair.");
        }
    }

    static CosmosError Malformed() => CosmosError.BadRequest("The partition key header is not a JSON array of one value.");
}
