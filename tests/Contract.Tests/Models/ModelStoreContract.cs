using Matinee.Contract.Tests.Gateway;
using Matinee.Core.Blobs;
using Matinee.Core.Models;

namespace Matinee.Contract.Tests.Models;

/// <summary>What the model store must keep to, in either home; its parts say which promise they test.</summary>
public abstract partial class ModelStoreContract
{
    protected TestClock Clock { get; } = new();

    protected abstract Task<IBlobs> NewBlobsAsync();

    [Fact]
    public async Task Publish_Model_CanBeListedAndOpened()
    {
        var store = await NewAsync();
        var manifest = await store.PublishAsync(ModelFiles.Small(7), ModelFiles.Manifest());
        Assert.Equal([manifest.Version!], await store.ListAsync());
        var file = await store.OpenAsync(manifest.Version!);
        Assert.Equal("test", file.Kind);
        Assert.Equal(7, file.Value<int>("value"));
        Assert.Equal(ModelFiles.Small(7).Length, manifest.Bytes);
        Assert.Same(CurrentModel.None, await store.CurrentAsync());
    }

    [Fact]
    public async Task Publish_Manifest_ComesBackAsItWas()
    {
        var store = await NewAsync();
        var published = await store.PublishAsync(ModelFiles.Small(), ModelFiles.Manifest());
        var read = await store.ManifestAsync(published.Version!);
        Assert.Equal(ModelFiles.Manifest().Data, read.Data);
        Assert.Equal(ModelFiles.Manifest().Metrics, read.Metrics);
        Assert.Equal(ModelFiles.Manifest().Parameters.ToJsonString(), read.Parameters.ToJsonString());
        Assert.Equal(ulong.MaxValue, read.Seed);
        Assert.Equal((published.Version, "test", "4d7cf95"), (read.Version, read.Kind, read.GitCommit));
    }

    [Fact]
    public async Task List_SeveralVersions_NewestFirst()
    {
        var store = await NewAsync();
        var versions = await PublishAsync(store, 4);
        Assert.Equal(versions.AsEnumerable().Reverse(), await store.ListAsync());
    }

    [Fact]
    public async Task Current_KnownPointer_IsNullUntilItMoves()
    {
        var store = await NewAsync();
        var none = (await store.CurrentAsync())!;
        Assert.Null(none.Version);
        Assert.Null(await store.CurrentAsync(none));
        var versions = await PublishAsync(store, 2);
        var first = await store.PromoteAsync(versions[0], none);
        Assert.Equal(versions[0], (await store.CurrentAsync(none))!.Version);
        Assert.Null(await store.CurrentAsync(first));
        var second = await store.PromoteAsync(versions[1], first);
        var seen = (await store.CurrentAsync(first))!;
        Assert.Equal(versions[1], seen.Version);
        Assert.Equal(second.Tag, seen.Tag);
    }

    [Fact]
    public async Task Promote_ManyAtOnce_ExactlyOneWins()
    {
        var store = await NewAsync();
        var versions = await PublishAsync(store, 4);
        for (var round = 0; round < 10; round++)
        {
            var expected = (await store.CurrentAsync())!;
            var others = versions.Where(version => version != expected.Version);
            var won = await Task.WhenAll(others.Select(version => TryAsync(() => store.PromoteAsync(version, expected))));
            var winner = Assert.Single(won, pointer => pointer is not null)!;
            var current = (await store.CurrentAsync())!;
            Assert.Equal((winner.Version, winner.Tag), (current.Version, current.Tag));
            Assert.Equal(round + 1, current.History.Count);
        }
    }

    [Fact]
    public async Task Promote_WhatIsInServiceAlready_ChangesNothingButNoticesARace()
    {
        var store = await NewAsync();
        var versions = await PublishAsync(store, 2);
        var first = await store.PromoteAsync(versions[0], CurrentModel.None);
        Assert.Same(first, await store.PromoteAsync(versions[0], first));
        Assert.Null(await store.CurrentAsync(first));
        await store.PromoteAsync(versions[1], first);
        await Assert.ThrowsAsync<ModelConflictException>(() => store.PromoteAsync(versions[0], first));
    }

    [Fact]
    public async Task Promote_UnknownVersion_IsRefused()
    {
        var store = await NewAsync();
        var error = await Assert.ThrowsAsync<ModelMissingException>(() => store.PromoteAsync(ModelVersion.New(Clock.GetUtcNow()), CurrentModel.None));
        Assert.Contains("no model version", error.Message, StringComparison.Ordinal);
        Assert.Same(CurrentModel.None, await store.CurrentAsync());
    }

    protected static async Task<T?> TryAsync<T>(Func<Task<T>> attempt) where T : class
    {
        await Task.Yield();
        try
        {
            return await attempt();
        }
        catch (ModelConflictException)
        {
            return null;
        }
    }

    protected async Task<ModelStore> NewAsync() => new(await NewBlobsAsync(), Clock);

    protected async Task<ModelVersion[]> PublishAsync(IModelStore store, int count)
    {
        var versions = new ModelVersion[count];
        for (var i = 0; i < count; i++)
        {
            versions[i] = (await store.PublishAsync(ModelFiles.Small(i), ModelFiles.Manifest())).Version!;
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        return versions;
    }

    protected static async Task<CurrentModel> PromoteAllAsync(IModelStore store, params IEnumerable<ModelVersion> versions)
    {
        var current = (await store.CurrentAsync())!;
        foreach (var version in versions) current = await store.PromoteAsync(version, current);
        return current;
    }
}
