using Matinee.Core.Blobs;

namespace Matinee.Contract.Tests.Blobs;

public sealed class FolderBlobsTests : BlobsContract, IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sweep_UnfinishedUpload_GoesWhenItIsOldEnough()
    {
        var blobs = await NewAsync();
        await blobs.WriteAsync("a", Bytes("one"), null);
        var unfinished = Path.Combine(_folder.Path, ".unfinished", "left-by-a-dead-process");
        await File.WriteAllTextAsync(unfinished, "half of it");
        await blobs.SweepAsync(TimeProvider.System.GetUtcNow().AddHours(-1));
        Assert.True(File.Exists(unfinished));
        await blobs.SweepAsync(TimeProvider.System.GetUtcNow().AddHours(1));
        Assert.False(File.Exists(unfinished));
        Assert.Equal(["a"], await NamesAsync(blobs, ""));
    }

    [Fact]
    public async Task Open_ReplacedWhileItIsRead_StaysAsItWas()
    {
        var blobs = await NewAsync();
        var tag = await blobs.WriteAsync("a", Bytes("one"), null);
        await using var read = (await blobs.OpenAsync("a"))!;
        await blobs.WriteAsync("a", Bytes("two"), tag);
        using var reader = new StreamReader(read);
        Assert.Equal("one", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Write_FolderLockedByAnotherProcess_WaitsForItsEnd()
    {
        var blobs = await NewAsync();
        await blobs.WriteAsync("a", Bytes("one"), null);
        Task<string> write;
        await using (new FileStream(Path.Combine(_folder.Path, ".lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            write = blobs.WriteAsync("b", Bytes("two"), null);
            await Task.Delay(100);
            Assert.False(write.IsCompleted);
        }

        await write;
        Assert.Equal(["a", "b"], await NamesAsync(blobs, ""));
    }

    protected override Task<IBlobs> NewAsync() => Task.FromResult<IBlobs>(new FolderBlobs(_folder.Path));
}
