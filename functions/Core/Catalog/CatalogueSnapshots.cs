using Matinee.Core.Blobs;
using Microsoft.Extensions.Logging;

namespace Matinee.Core.Catalog;

/// <summary>
/// Keeps the catalogue in blobs as it was at some moment, so that a start reads one file and what has changed since, not every film.
/// It is a short cut and nothing else: what can't be read or written is logged, and the store is asked instead.
/// </summary>
/// <remarks>Of several instances that save, the last one's is read; all of them are right, each with where the changes go on.</remarks>
public sealed partial class CatalogueSnapshots(IBlobs blobs, TimeProvider clock, ILogger<CatalogueSnapshots> log)
{
    const string Folder = "catalogue/";
    const string Extension = ".bin";

    // Somebody may be reading the one before.
    const int Kept = 2;

    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The last one; null where there is none that is sound and of this format.</summary>
    internal async Task<CatalogueState?> ReadAsync(CancellationToken cancellation)
    {
        var name = "none";
        try
        {
            if (await NamesAsync(cancellation).ConfigureAwait(false) is not [.., var last]) return null;
            name = last;
            var file = await StreamedFile.OpenAsync(blobs, name, "Loading the catalogue", null, cancellation).ConfigureAwait(false);
            return file is null ? null : CatalogueFile.Read(file);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            LogUnread(error, name);
            return null;
        }
    }

    /// <summary>Keeps one, in the place of those before. False if that failed, which is in the log.</summary>
    internal async Task<bool> SaveAsync(Engine.Files.ModelFileWriter file, CancellationToken cancellation)
    {
        try
        {
            var name = $"{Folder}{StampedName.New(Now)}{Extension}";
            var bytes = await StreamedFile.UploadAsync(blobs, name, file, "Saving the catalogue", null, cancellation).ConfigureAwait(false);
            LogSaved(name, bytes);
            foreach (var old in (await NamesAsync(cancellation).ConfigureAwait(false)).SkipLast(Kept))
                await blobs.DeleteAsync(old, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            LogUnsaved(error);
            return false;
        }
    }

    // Names sort by the time they were given.
    async Task<List<string>> NamesAsync(CancellationToken cancellation)
    {
        var names = new List<string>();
        await foreach (var blob in blobs.ListAsync(Folder, cancellation).ConfigureAwait(false))
        {
            if (StampedName.TimeOf(Path.GetFileNameWithoutExtension(blob.Name)) is not null) names.Add(blob.Name);
        }

        return names;
    }

    [LoggerMessage(LogLevel.Warning, "The catalogue's snapshot {Name} can't be used; every film is read from the store.")]
    partial void LogUnread(Exception error, string name);

    [LoggerMessage(LogLevel.Warning, "The catalogue's snapshot can't be saved; the next start reads from the store what the last one does not have.")]
    partial void LogUnsaved(Exception error);

    [LoggerMessage(LogLevel.Debug, "The catalogue was saved as {Name}, {Bytes} bytes.")]
    partial void LogSaved(string name, long bytes);
}
