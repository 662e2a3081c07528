using System.Text.Json;
using System.Text.Json.Serialization;
using Matinee.Core.Blobs;
using Matinee.Core.Models;

namespace Matinee.Core.Import;

/// <summary>All imports, and the next number for a film that was imported: one small blob, changed only by who knows what it says.</summary>
sealed record ImportIndex(int NextFilm, IReadOnlyList<ImportEntry> Imports)
{
    /// <summary>Imported films are numbered from here on: lower numbers belong to the bundled catalogue, which may still grow.</summary>
    public const int FirstFilm = 10_000;

    const string Name = ImportFile.Root + "index.json";

    static readonly ImportIndex s_none = new(FirstFilm, []);

    [JsonIgnore]
    public string? Tag { get; init; }

    public ImportEntry? this[ImportSource source] => Imports.FirstOrDefault(entry => entry.Source == source.Name);

    public static async Task<ImportIndex> ReadAsync(IBlobs blobs, CancellationToken cancellation)
    {
        var read = await blobs.ReadAsync(Name, null, cancellation);
        return read == BlobRead.Missing ? s_none : StoredJson.Read(Name, read.Content, ImportJson.Default.ImportIndex) with { Tag = read.Tag };
    }

    /// <summary>Changes it, again and again until nobody else has in between; gives what was written.</summary>
    public static async Task<ImportIndex> ChangeAsync(IBlobs blobs, Func<ImportIndex, ImportIndex> change, CancellationToken cancellation)
    {
        while (true)
        {
            var before = await ReadAsync(blobs, cancellation);
            var after = change(before);
            try
            {
                var content = JsonSerializer.SerializeToUtf8Bytes(after, ImportJson.Default.ImportIndex);
                return after with { Tag = await blobs.WriteAsync(Name, content, before.Tag, cancellation) };
            }
            catch (BlobConflictException)
            {
                // Somebody imports something else at the same time: theirs is kept, ours is done to it.
            }
        }
    }

    public ImportIndex With(ImportEntry entry) =>
        this with { Imports = [.. Imports.Where(other => other.Source != entry.Source).Append(entry).OrderBy(one => one.Source, StringComparer.Ordinal)] };

    public ImportIndex Without(ImportSource source) => this with { Imports = [.. Imports.Where(entry => entry.Source != source.Name)] };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImportIndex))]
sealed partial class ImportJson : JsonSerializerContext;
