using Matinee.Contract.Tests.Blobs;
using Matinee.Core.Blobs;
using Matinee.Core.Models;

namespace Matinee.Contract.Tests.Models;

/// <summary>Runs alone: what other tests allocate would count.</summary>
[CollectionDefinition(nameof(LargeModelTests), DisableParallelization = true)]
[Collection(nameof(LargeModelTests))]
public sealed class LargeModelTests(BlobAccountFixture account)
{
    const int SectionBytes = 20 << 20;

    // A block or two, the ranges read ahead, and what requests cost: nothing that grows with the file.
    const long Slack = 48 << 20;

    [Fact]
    public async Task Folder_Model200MB_IsHeldOnceAtMost()
    {
        using var folder = new TemporaryFolder();
        await PublishAndOpenAsync(new FolderBlobs(folder.Path), 10);
    }

    [Fact]
    public async Task Azure_Model100MB_IsHeldOnceAtMost() => await PublishAndOpenAsync(await account.NewContainerAsync(), 5);

    static async Task PublishAndOpenAsync(IBlobs blobs, int sections)
    {
        var fileBytes = (long)sections * SectionBytes;
        var store = new ModelStore(blobs, TimeProvider.System);
        var model = ModelFiles.Large(sections, SectionBytes);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var manifest = await store.PublishAsync(model, ModelFiles.Manifest());
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Slack);
        Assert.InRange(manifest.Bytes, fileBytes, fileBytes + 4096);

        before = GC.GetTotalAllocatedBytes(precise: true);
        var file = await store.OpenAsync(manifest.Version!);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"opening allocated {allocated:N0} bytes");
        Assert.InRange(allocated, fileBytes, fileBytes + Slack);
        Assert.Equal(sections - 1, file.Section<int>($"numbers-{sections - 1}", SectionBytes / sizeof(int)).Span[0]);
    }
}
