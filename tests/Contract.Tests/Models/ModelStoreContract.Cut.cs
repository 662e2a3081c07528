using Matinee.Core.Models;
using Matinee.Engine.Training;

namespace Matinee.Contract.Tests.Models;

public abstract partial class ModelStoreContract
{
    [Fact]
    public async Task Publish_CutInTheModel_LeavesNoVersion()
    {
        var blobs = await NewBlobsAsync();
        var store = new ModelStore(blobs, Clock);
        using var cancellation = new CancellationTokenSource();
        var halfway = new Progress(fraction => { if (fraction > 0.5) cancellation.Cancel(); });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => store.PublishAsync(ModelFiles.Large(4, 8 << 20), ModelFiles.Manifest(), halfway, cancellation: cancellation.Token));
        Assert.InRange(halfway.Last, 0.5, 0.9);
        Assert.Empty(await store.ListAsync());
        await foreach (var blob in blobs.ListAsync("")) Assert.Fail($"{blob.Name} was left.");
    }

    [Fact]
    public async Task Publish_CutBeforeTheManifest_LeavesWhatPruningRemovesAfterTheGraceTime()
    {
        var blobs = await NewBlobsAsync();
        var store = new ModelStore(blobs, Clock);
        var whole = await PublishAsync(store, 1);
        var dies = new ModelStore(new FailingBlobs(blobs) { RefuseWrite = "manifest.json" }, Clock);
        await Assert.ThrowsAsync<IOException>(() => dies.PublishAsync(ModelFiles.Small(), ModelFiles.Manifest()));

        Assert.Equal(whole, await store.ListAsync());
        Assert.Empty(await store.PruneAsync(new()));
        Assert.Equal(3, await CountAsync());
        Clock.Advance(TimeSpan.FromHours(25));
        Assert.Empty(await store.PruneAsync(new()));
        Assert.Equal(2, await CountAsync());
        Assert.Equal(whole, await store.ListAsync());

        async Task<int> CountAsync()
        {
            var count = 0;
            await foreach (var _ in blobs.ListAsync("models/")) count++;
            return count;
        }
    }

    [Fact]
    public async Task Delete_CutAfterTheManifest_IsNoLongerAVersionAndPruningRemovesTheRest()
    {
        var blobs = await NewBlobsAsync();
        var store = new ModelStore(blobs, Clock);
        var versions = await PublishAsync(store, 2);
        var dies = new ModelStore(new FailingBlobs(blobs) { RefuseDelete = true, DeletesBefore = 1 }, Clock);
        await Assert.ThrowsAsync<IOException>(() => dies.DeleteAsync(versions[0]));
        Assert.Equal([versions[1]], await store.ListAsync());
        Clock.Advance(TimeSpan.FromHours(25));
        await store.PruneAsync(new());
        await foreach (var blob in blobs.ListAsync("models/")) Assert.DoesNotContain(versions[0].ToString(), blob.Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_Cancelled_Stops()
    {
        var store = await NewAsync();
        var version = (await store.PublishAsync(ModelFiles.Large(4, 8 << 20), ModelFiles.Manifest())).Version!;
        using var cancellation = new CancellationTokenSource();
        var halfway = new Progress(fraction => { if (fraction > 0.5) cancellation.Cancel(); });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.OpenAsync(version, halfway, cancellation.Token));
        Assert.InRange(halfway.Last, 0.5, 0.9);
    }

    /// <summary>Told at once, unlike System.Progress, which queues.</summary>
    sealed class Progress(Action<double> told) : IProgress<TrainingProgress>
    {
        public double Last { get; private set; }

        public void Report(TrainingProgress value)
        {
            Assert.True(value.Fraction >= Last);
            Last = value.Fraction;
            told(value.Fraction);
        }
    }
}
