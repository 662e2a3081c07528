using System.Globalization;
using System.Text;
using Matinee.Core.Blobs;
using Matinee.Core.Models;

namespace Matinee.Contract.Tests.Models;

/// <summary>What a process does with a folder that others use as well.</summary>
static class SharedFolder
{
    public const int Increments = 150;

    public static async Task CountAsync(string folder)
    {
        var blobs = new FolderBlobs(folder);
        for (var done = 0; done < Increments;)
        {
            var read = await blobs.ReadAsync("count");
            try
            {
                await blobs.WriteAsync("count", Encoding.UTF8.GetBytes($"{Count(read) + 1}"), read.Tag);
                done++;
            }
            catch (BlobConflictException)
            {
                // Somebody else counted: read again.
            }
        }
    }

    public static int Count(BlobRead read) => read.Tag is null ? 0 : int.Parse(read.Content.Span, CultureInfo.InvariantCulture);

    public static async Task PublishForeverAsync(string folder)
    {
        var store = new ModelStore(new FolderBlobs(folder), TimeProvider.System);
        while (true)
        {
            var manifest = await store.PublishAsync(ModelFiles.Large(4, 1 << 20), ModelFiles.Manifest());
            await store.PromoteAsync(manifest.Version!, (await store.CurrentAsync())!);
        }
    }
}
