using System.Text.Json;
using Matinee.Core.Blobs;

namespace Matinee.Core.Models;

/// <summary>Reads and swings models/current.json.</summary>
sealed class ModelPointer(IBlobs blobs)
{
    /// <summary>The pointer; null while it is still the known one.</summary>
    public async Task<CurrentModel?> ReadAsync(CurrentModel? known, CancellationToken cancellation)
    {
        var read = await blobs.ReadAsync(ModelPaths.Current, known?.Tag, cancellation);
        if (read == BlobRead.NotChanged) return null;
        if (read == BlobRead.Missing) return known is { Tag: null } ? null : CurrentModel.None;
        return StoredJson.Read(ModelPaths.Current, read.Content, ModelJson.Default.CurrentModel) with { Tag = read.Tag };
    }

    /// <summary>Replaces the pointer, if it is still the expected one.</summary>
    public async Task<CurrentModel> SwingAsync(CurrentModel expected, CurrentModel next, CancellationToken cancellation)
    {
        try
        {
            var content = JsonSerializer.SerializeToUtf8Bytes(next, ModelJson.Default.CurrentModel);
            return next with { Tag = await blobs.WriteAsync(ModelPaths.Current, content, expected.Tag, cancellation) };
        }
        catch (BlobConflictException error)
        {
            throw Moved(expected, error);
        }
    }

    public static ModelConflictException Moved(CurrentModel expected, Exception? inner = null) => new(
        $"The pointer to the model in service, then {expected.Version?.ToString() ?? "none"}, has moved since. Look again and decide anew.",
        inner);
}
