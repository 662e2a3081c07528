using Matinee.Core.Models;

namespace Matinee.Contract.Tests.Models;

public abstract partial class ModelStoreContract
{
    [Fact]
    public async Task RollBack_Twice_GoesTwoVersionsBackAndRemembersIt()
    {
        var store = await NewAsync();
        var versions = await PublishAsync(store, 3);
        var current = await PromoteAllAsync(store, versions);

        var once = await store.RollBackAsync(current);
        Assert.Equal((versions[2], versions[1]), (once.From, once.To));
        var twice = await store.RollBackAsync(once.Current);
        Assert.Equal((versions[1], versions[0]), (twice.From, twice.To));

        var seen = (await store.CurrentAsync())!;
        Assert.Equal(versions[0], seen.Version);
        Assert.Equal(versions.Reverse(), seen.History.Select(promotion => promotion.Version));
        Assert.Equal([true, true, false], seen.History.Select(promotion => promotion.RolledBack is not null));
        await Assert.ThrowsAsync<ModelMissingException>(() => store.RollBackAsync(seen));
    }

    [Fact]
    public async Task RollBack_AfterARollbackAndANewPromotion_SkipsWhatWasTakenBack()
    {
        var store = await NewAsync();
        var versions = await PublishAsync(store, 3);
        var back = await store.RollBackAsync(await PromoteAllAsync(store, versions[0], versions[1]));
        var current = await store.PromoteAsync(versions[2], back.Current);
        Assert.Equal(versions[0], (await store.RollBackAsync(current)).To);
    }

    [Fact]
    public async Task RollBack_LostRace_IsRefused()
    {
        var store = await NewAsync();
        var versions = await PublishAsync(store, 3);
        var current = await PromoteAllAsync(store, versions[0], versions[1]);
        await store.PromoteAsync(versions[2], current);
        await Assert.ThrowsAsync<ModelConflictException>(() => store.RollBackAsync(current));
        Assert.Equal(versions[2], (await store.CurrentAsync())!.Version);
    }

    [Fact]
    public async Task RollBack_TwoAtOnce_GoesOneVersionBackOnly()
    {
        var store = await NewAsync();
        var versions = await PublishAsync(store, 3);
        var current = await PromoteAllAsync(store, versions);
        var won = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TryAsync(() => store.RollBackAsync(current))));
        Assert.Single(won, rollback => rollback is not null);
        Assert.Equal(versions[1], (await store.CurrentAsync())!.Version);
    }

    [Fact]
    public async Task RollBack_NothingPromoted_IsRefused()
    {
        var store = await NewAsync();
        await PublishAsync(store, 1);
        await Assert.ThrowsAsync<ModelMissingException>(() => store.RollBackAsync(CurrentModel.None));
    }
}
