using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Matinee.Core.Blobs;

namespace Matinee.Local.CosmosGateway.Storage;

/// <summary>What databases and containers there are. Numbers are given once and never again: resource ids are made of them.</summary>
sealed record Manifest(int Version, uint LastDatabase, uint LastContainer, IReadOnlyList<ManifestDatabase> Databases)
{
    public const int CurrentVersion = 1;
    public const string FileName = "manifest.json";

    public static Manifest Empty { get; } = new(CurrentVersion, 0, 0, []);

    /// <exception cref="GatewayException">It is there and can't be read.</exception>
    public static Manifest Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) return Empty;
        try
        {
            var manifest = JsonSerializer.Deserialize(File.ReadAllBytes(path), ManifestJson.Default.Manifest);
            if (manifest is not { Databases: not null }) throw new JsonException("it is empty");
            return manifest.Version == CurrentVersion
                ? manifest
                : throw new GatewayException($"{path} has format version {manifest.Version}, this program reads {CurrentVersion}. Use the program that wrote it.");
        }
        catch (JsonException error)
        {
            throw new GatewayException($"{path} can't be read ({error.Message}). Restore it from a backup: without it nobody knows whose the journals are.", error);
        }
    }

    /// <summary>Replaces the one on disk; after a power cut the old or the new is there.</summary>
    public void Write(string folder) =>
        DurableNames.Replace(Path.Combine(folder, FileName), JsonSerializer.SerializeToUtf8Bytes(this, ManifestJson.Default.Manifest));
}

/// <summary>A database in the manifest.</summary>
sealed record ManifestDatabase(string Id, uint Number, string Folder, uint Time, IReadOnlyList<ManifestContainer> Containers);

/// <summary>A container in the manifest.</summary>
sealed record ManifestContainer(uint Number, string File, uint Time, long Revision, JsonNode Definition);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(Manifest))]
sealed partial class ManifestJson : JsonSerializerContext;
