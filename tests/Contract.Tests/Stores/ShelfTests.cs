using Matinee.Core.Profiles;

namespace Matinee.Contract.Tests.Stores;

public sealed class ShelfTestsInProcess(StoresInProcess stores) : ShelfTests(stores), IClassFixture<StoresInProcess>;

public sealed class ShelfTestsOverHttp(StoresOverHttp stores) : ShelfTests(stores), IClassFixture<StoresOverHttp>;

public sealed class ShelfTestsOnAccount(StoresOnAccount stores) : ShelfTests(stores), IClassFixture<StoresOnAccount>;

public abstract class ShelfTests(StoresFixture fixture) : StoreTests(fixture)
{
    [Fact]
    public async Task List_OneKind_IsTheLatestFirst()
    {
        var user = NewUser();
        var entries = Enumerable.Range(0, 23).Select(i => new ShelfEntry(user, ShelfKind.Watchlist, NewMovie(), Noon.AddMinutes(i / 3))).ToList();
        foreach (var entry in entries) await Stores.Shelf.SaveAsync(entry);
        await Stores.Shelf.SaveAsync(entries[0] with { Kind = ShelfKind.Seen });

        Assert.Equal(
            entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.MovieId),
            await Drain(page => Stores.Shelf.ListAsync(user, ShelfKind.Watchlist, page), 5));
        Assert.Empty((await Stores.Shelf.ListAsync(user, ShelfKind.NotInterested, new())).Items);
        Assert.Equal(24, (await Stores.Shelf.AllAsync(user)).Count);
    }

    [Fact]
    public async Task Save_Again_MovesTheEntryInTime()
    {
        var entry = new ShelfEntry(NewUser(), ShelfKind.Seen, NewMovie(), Noon);
        await Stores.Shelf.SaveAsync(entry);
        await Stores.Shelf.SaveAsync(entry with { At = Noon.AddDays(1) });

        Assert.Equal([entry with { At = Noon.AddDays(1) }], await Stores.Shelf.AllAsync(entry.UserId));
    }

    [Fact]
    public async Task Find_OneEntry_IsOfThatUserKindAndFilm()
    {
        var entry = new ShelfEntry(NewUser(), ShelfKind.Seen, NewMovie(), Noon);
        await Stores.Shelf.SaveAsync(entry);

        Assert.Equal(entry, await Stores.Shelf.FindAsync(entry.UserId, ShelfKind.Seen, entry.MovieId));
        Assert.Null(await Stores.Shelf.FindAsync(entry.UserId, ShelfKind.Watchlist, entry.MovieId));
        Assert.Null(await Stores.Shelf.FindAsync(NewUser(), ShelfKind.Seen, entry.MovieId));
    }

    [Fact]
    public async Task Remove_OneKind_LeavesTheOthers()
    {
        var (user, movie) = (NewUser(), NewMovie());
        foreach (var kind in Enum.GetValues<ShelfKind>()) await Stores.Shelf.SaveAsync(new(user, kind, movie, Noon));

        Assert.True(await Stores.Shelf.RemoveAsync(user, ShelfKind.Seen, movie));
        Assert.False(await Stores.Shelf.RemoveAsync(user, ShelfKind.Seen, movie));
        Assert.Equal([ShelfKind.Watchlist, ShelfKind.NotInterested], (await Stores.Shelf.AllAsync(user)).Select(entry => entry.Kind).Order());
    }
}
