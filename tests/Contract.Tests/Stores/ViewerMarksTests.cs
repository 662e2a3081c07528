using Matinee.Core.Profiles;

namespace Matinee.Contract.Tests.Stores;

public sealed class ViewerMarksTestsInProcess(StoresInProcess stores) : ViewerMarksTests(stores), IClassFixture<StoresInProcess>;

public sealed class ViewerMarksTestsOverHttp(StoresOverHttp stores) : ViewerMarksTests(stores), IClassFixture<StoresOverHttp>;

public sealed class ViewerMarksTestsOnAccount(StoresOnAccount stores) : ViewerMarksTests(stores), IClassFixture<StoresOnAccount>;

public abstract class ViewerMarksTests(StoresFixture fixture) : StoreTests(fixture)
{
    [Fact]
    public async Task Touch_EachTime_GivesAMarkThatWasNeverThere()
    {
        var user = NewUser();
        Assert.Null(await Stores.ViewerMarks.FindAsync(user));

        var marks = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            marks.Add(await Stores.ViewerMarks.TouchAsync(user));
            Assert.Equal(marks[^1], await Stores.ViewerMarks.FindAsync(user));
        }

        Assert.Equal(5, marks.Distinct().Count());
        Assert.Null(await Stores.ViewerMarks.FindAsync(NewUser()));
    }

    [Fact]
    public async Task Touch_ManyAtOnce_LeavesOneOfTheirMarks()
    {
        var user = NewUser();

        var marks = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Stores.ViewerMarks.TouchAsync(user)));

        Assert.Contains(await Stores.ViewerMarks.FindAsync(user), marks);
    }

    [Fact]
    public async Task Touch_ViewerWithAShelf_IsNoneOfItsEntries()
    {
        var entry = new ShelfEntry(NewUser(), ShelfKind.Watchlist, NewMovie(), Noon);
        await Stores.Shelf.SaveAsync(entry);
        await Stores.ViewerMarks.TouchAsync(entry.UserId);

        Assert.Equal([entry], await Stores.Shelf.AllAsync(entry.UserId));
        foreach (var kind in Enum.GetValues<ShelfKind>())
            Assert.Equal(kind == ShelfKind.Watchlist ? 1 : 0, (await Stores.Shelf.ListAsync(entry.UserId, kind, new())).Items.Count);
    }

    [Fact]
    public async Task Remove_Mark_IsGoneAndMayBeSetAgain()
    {
        var user = NewUser();
        var before = await Stores.ViewerMarks.TouchAsync(user);

        await Stores.ViewerMarks.RemoveAsync(user);
        await Stores.ViewerMarks.RemoveAsync(user);

        Assert.Null(await Stores.ViewerMarks.FindAsync(user));
        Assert.NotEqual(before, await Stores.ViewerMarks.TouchAsync(user));
    }
}
