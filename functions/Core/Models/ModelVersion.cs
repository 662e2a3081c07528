using System.Text.Json;
using System.Text.Json.Serialization;
using Matinee.Core.Blobs;

namespace Matinee.Core.Models;

/// <summary>The name of a published model: by it versions sort in the order in which they were published.</summary>
[JsonConverter(typeof(Json))]
public sealed record ModelVersion : IComparable<ModelVersion>
{
    readonly string _id;

    ModelVersion(string id, DateTimeOffset published) => (_id, Published) = (id, published);

    /// <summary>When it was published, by the publisher's clock.</summary>
    public DateTimeOffset Published { get; }

    /// <summary>A version that nobody else has.</summary>
    public static ModelVersion New(DateTimeOffset now) => Parse(StampedName.New(now));

    /// <summary>The version with this name, or null where it is no version's name.</summary>
    public static ModelVersion? TryParse(string? id) => StampedName.TimeOf(id) is { } published ? new(id!, published) : null;

    /// <summary>The version with this name.</summary>
    /// <exception cref="FormatException">It is no version's name.</exception>
    public static ModelVersion Parse(string? id) =>
        TryParse(id) ?? throw new FormatException($"'{id}' is not a model version; one looks like 20260131-235959123-8f3a91c2.");

    /// <inheritdoc/>
    public int CompareTo(ModelVersion? other) => string.CompareOrdinal(_id, other?._id);

    /// <summary>The name.</summary>
    public override string ToString() => _id;

    /// <summary>Is the one older than the other?</summary>
    public static bool operator <(ModelVersion left, ModelVersion right) => left.CompareTo(right) < 0;

    /// <summary>Is the one newer than the other?</summary>
    public static bool operator >(ModelVersion left, ModelVersion right) => left.CompareTo(right) > 0;

    /// <summary>Is the one not newer than the other?</summary>
    public static bool operator <=(ModelVersion left, ModelVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Is the one not older than the other?</summary>
    public static bool operator >=(ModelVersion left, ModelVersion right) => left.CompareTo(right) >= 0;

    internal sealed class Json : JsonConverter<ModelVersion>
    {
        public override ModelVersion Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString()) ?? throw new JsonException("This is not a model version.");

        public override void Write(Utf8JsonWriter writer, ModelVersion value, JsonSerializerOptions options) => writer.WriteStringValue(value._id);
    }
}
