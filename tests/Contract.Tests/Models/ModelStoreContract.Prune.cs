using Matinee.Core.Models;

namespace Matinee.Contract.Tests.Models;

public abstract partial class ModelStoreContract
{
    static readonly ModelRetention s_keepTwo = new() { Keep = 2 };

    [Fact]
    public async Task Prune_MoreThanKept_LeavesTheNewestAndTheTwoInForce()
    {
        var store = await NewAsync();
        var versions = await PublishAsync(store, 7);
        await PromoteAllAsync(store, versions[3], versions[1], versions[2]);

        var deleted = await store.PruneAsync(s_keepTwo);

        // In service is 2, before it 1; the newest are 5 and 6.
        Assert.Equal([versions[4], versions[3], versions[0]], deleted);
        Assert.Equal([versions[6], versions[5], versions[2], versions[1]], await store.ListAsync());
        Assert.Equal(2, (await store.OpenAsync(versions[2])).Value<int>("value"));
        await Assert.ThrowsAsync<ModelMissingException>(() => store.OpenAsync(versions[4]));
        Assert.Empty(await store.PruneAsync(s_keepTwo));
        // The first promotion's version is gone: there is nothing before the second to go back to.
        var back = await store.RollBackAsync((await store.CurrentAsync())!);
        Assert.Equal(versions[1], back.To);
        await Assert.ThrowsAsync<ModelMissingException>(() => store.RollBackAsync(back.Current));
    }

    [Fact]
    public async Task Prune_WhileAnOldVersionIsBeingPromoted_TheyCannotBothSucceed()
    {
        var store = await NewAsync();
        var current = await PromoteAllAsync(store, await PublishAsync(store, 3));
        for (var round = 0; round < 10; round++)
        {
            var versions = await PublishAsync(store, 3);
            var expected = current;
            var promotion = TryPromoteAsync(store, versions[0], expected);
            var deleted = await store.PruneAsync(new() { Keep = 1 });
            var promoted = await promotion;
            Assert.NotEqual(promoted is not null, deleted.Contains(versions[0]));
            current = (await store.CurrentAsync())!;
            Assert.Equal(promoted is null ? expected.Version : versions[0], current.Version);
            await store.OpenAsync(current.Version!);
        }
    }

    [Fact]
    public async Task Promote_VersionThatIsBeingDeleted_IsRefused()
    {
        var blobs = await NewBlobsAsync();
        var store = new ModelStore(blobs, Clock);
        var versions = await PublishAsync(store, 4);
        await PromoteAllAsync(store, versions[2], versions[3]);
        var dies = new ModelStore(new FailingBlobs(blobs) { RefuseDelete = true }, Clock);
        await Assert.ThrowsAsync<IOException>(() => dies.PruneAsync(s_keepTwo));

        var current = (await store.CurrentAsync())!;
        var error = await Assert.ThrowsAsync<ModelConflictException>(() => store.PromoteAsync(versions[0], current));
        Assert.Contains("being deleted", error.Message, StringComparison.Ordinal);
        // The next pruning finishes it.
        Assert.Equal([versions[1], versions[0]], await store.PruneAsync(s_keepTwo));
        Assert.Equal([versions[3], versions[2]], await store.ListAsync());
    }

    [Fact]
    public async Task Delete_InServiceOrBefore_IsRefused()
    {
        var store = await NewAsync();
        var versions = await PublishAsync(store, 3);
        await PromoteAllAsync(store, versions);
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.DeleteAsync(versions[2]));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.DeleteAsync(versions[1]));
        await store.DeleteAsync(versions[0]);
        Assert.Equal([versions[2], versions[1]], await store.ListAsync());
        await Assert.ThrowsAsync<ModelMissingException>(() => store.DeleteAsync(versions[0]));
    }

    static async Task<CurrentModel?> TryPromoteAsync(IModelStore store, ModelVersion version, CurrentModel expected)
    {
        try
        {
            return await TryAsync(() => store.PromoteAsync(version, expected));
        }
        catch (ModelMissingException)
        {
            return null;
        }
    }
}
