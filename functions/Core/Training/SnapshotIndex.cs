using System.Text.Json;
using System.Text.Json.Serialization;
using Matinee.Core.Blobs;
using Matinee.Core.Models;

namespace Matinee.Core.Training;

/// <summary>Which snapshot is the current one (the first) and which are kept behind it.</summary>
sealed record SnapshotIndex(IReadOnlyList<string> Snapshots)
{
    public const string Root = "snapshots/";

    const string Pointer = Root + "current.json";

    [JsonIgnore]
    public string? Tag { get; init; }

    public static string BlobOf(string name) => $"{Root}{name}.bin";

    public static async Task<SnapshotIndex> ReadAsync(IBlobs blobs, CancellationToken cancellation)
    {
        var read = await blobs.ReadAsync(Pointer, null, cancellation);
        return read == BlobRead.Missing
            ? new([])
            : StoredJson.Read(Pointer, read.Content, SnapshotJson.Default.SnapshotIndex) with { Tag = read.Tag };
    }

    /// <summary>Replaces the index that was read.</summary>
    /// <exception cref="BlobConflictException">Somebody else did.</exception>
    public async Task<SnapshotIndex> PutFirstAsync(IBlobs blobs, string name, int keep, CancellationToken cancellation)
    {
        var next = new SnapshotIndex([name, .. Snapshots.Take(keep - 1)]);
        var content = JsonSerializer.SerializeToUtf8Bytes(next, SnapshotJson.Default.SnapshotIndex);
        return next with { Tag = await blobs.WriteAsync(Pointer, content, Tag, cancellation) };
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SnapshotIndex))]
sealed partial class SnapshotJson : JsonSerializerContext;
