using Matinee.Engine.Files;
using Matinee.Engine.Training;

namespace Matinee.Core.Blobs;

/// <summary>Model files in blobs, written from where their numbers lie and read to where they shall lie: never held a second time.</summary>
static class StreamedFile
{
    /// <summary>Uploads a file and gives its length.</summary>
    public static async Task<long> UploadAsync(
        IBlobs blobs, string name, ModelFileWriter file, string stage, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        var bytes = 0L;
        await blobs.UploadAsync(name, stream => Task.Run(() =>
        {
            using var watched = new WatchedStream(stream, stage, file.Length, progress, cancellation);
            file.WriteTo(watched);
            bytes = watched.Count;
        }, cancellation), cancellation);
        return bytes;
    }

    /// <summary>Reads a file; null where there is none.</summary>
    /// <exception cref="ModelFileException">It is not sound.</exception>
    public static async Task<ModelFile?> OpenAsync(
        IBlobs blobs, string name, string stage, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        await using var stream = await blobs.OpenAsync(name, cancellation);
        if (stream is null) return null;
        return await Task.Run(() =>
        {
            using var watched = new WatchedStream(stream, stage, stream.Length, progress, cancellation);
            var file = ModelFile.Read(watched);
            return watched.Count == stream.Length
                ? file
                : throw new ModelFileException($"The file goes on for {stream.Length - watched.Count} bytes behind the model file's end.");
        }, cancellation);
    }
}
