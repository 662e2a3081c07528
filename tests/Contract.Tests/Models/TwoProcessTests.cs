using Matinee.Contract.Tests.Blobs;
using Matinee.Core.Blobs;
using Matinee.Core.Models;

namespace Matinee.Contract.Tests.Models;

/// <summary>A folder that two processes share, and one that dies at any moment.</summary>
public sealed class TwoProcessTests
{
    [Fact]
    public async Task Write_TwoProcessesCounting_LosesNoCount()
    {
        using var folder = new TemporaryFolder();
        using var one = ChildProcess.Start(nameof(SharedFolder.CountAsync), folder.Path);
        using var two = ChildProcess.Start(nameof(SharedFolder.CountAsync), folder.Path);
        await SharedFolder.CountAsync(folder.Path);
        await one.SucceedAsync();
        await two.SucceedAsync();
        var read = await new FolderBlobs(folder.Path).ReadAsync("count");
        Assert.Equal(3 * SharedFolder.Increments, SharedFolder.Count(read));
    }

    [Fact]
    public async Task Publish_KilledAtAnyMoment_LeavesAStoreThatWorks()
    {
        using var folder = new TemporaryFolder();
        var store = new ModelStore(new FolderBlobs(folder.Path), TimeProvider.System);
        var known = 0;
        for (var round = 0; round < 4; round++)
        {
            using var child = ChildProcess.Start(nameof(SharedFolder.PublishForeverAsync), folder.Path);
            while ((await store.ListAsync()).Count < known + 2) await Task.Delay(10);
            await Task.Delay(23 * round);
            await child.KillAsync();

            var versions = await store.ListAsync();
            foreach (var version in versions)
            {
                Assert.Equal(3, (await store.OpenAsync(version)).Section<int>("numbers-3").Span[0]);
                Assert.Equal(version, (await store.ManifestAsync(version)).Version);
            }

            var current = (await store.CurrentAsync())!;
            Assert.Contains(current.Version!, versions);
            var next = await store.PublishAsync(ModelFiles.Large(4, 1 << 20), ModelFiles.Manifest());
            await store.PromoteAsync(next.Version!, current);
            known = versions.Count + 1;
        }

        await store.PruneAsync(new() { Keep = 1, Grace = TimeSpan.Zero });
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.Path, ".unfinished")));
        Assert.Equal(2, (await store.ListAsync()).Count);
    }
}
