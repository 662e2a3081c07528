using Matinee.Core.Catalog;
using Matinee.Core.Training;
using Microsoft.Extensions.Logging.Abstractions;

namespace Matinee.Local.Tests.Core;

/// <summary>A start from a snapshot, over the real SDK and store.</summary>
public sealed class CatalogueStartTests
{
    [Fact]
    public async Task View_FromASnapshotOfTheStore_HasWhatChangedSince()
    {
        await using var store = await LocalStore.OpenAsync();
        await store.Stores.Movies.SaveAsync([.. Enumerable.Range(1, 50).Select(Film)]);
        await store.RateAsync("anna", 7, 4.5);
        await SaveAsync(store);
        await store.Stores.Movies.SaveAsync([Film(3) with { Title = "Another" }, Film(51)]);
        await store.RateAsync("bert", 7, 2);

        using var catalogue = New(store);
        var view = await catalogue.ViewAsync(TestContext.Current.CancellationToken);
        using var whole = new Catalogue(store.Stores.Movies, store.Stores.HotMovies);

        Assert.Equal((51, "Another", 2), (view.Movies.Length, view.Find(3)!.Title, view.VotesOf(view.PlaceOf(7))));
        Assert.Equal((await whole.ViewAsync(TestContext.Current.CancellationToken)).Version, view.Version);
    }

    [Fact]
    public async Task View_StoreMadeAnew_HasItsFilmsAlone()
    {
        await using var before = await LocalStore.OpenAsync();
        await before.Stores.Movies.SaveAsync([.. Enumerable.Range(1, 50).Select(Film)]);
        await SaveAsync(before);
        await using var anew = await LocalStore.OpenAsync();
        await anew.Stores.Movies.SaveAsync([Film(99)]);

        using var catalogue = new Catalogue(
            anew.Stores.Movies, anew.Stores.HotMovies, new CatalogueSnapshots(before.Blobs, TimeProvider.System, NullLogger<CatalogueSnapshots>.Instance));

        Assert.Equal([99], (await catalogue.ViewAsync(TestContext.Current.CancellationToken)).Movies.Select(static movie => movie.Id));
    }

    [Fact]
    public async Task Changes_ContinuationThatIsNone_IsRefused()
    {
        await using var store = await LocalStore.OpenAsync();
        await Assert.ThrowsAsync<ContinuationRefusedException>(() => store.Stores.Movies.ChangesAsync("nothing that the feed has said", TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ContinuationRefusedException>(() => store.Stores.HotMovies.ChangesAsync("{}", TestContext.Current.CancellationToken));
    }

    static Movie Film(int id) => new() { Id = id, Title = $"Film {id}" };

    static Catalogue New(LocalStore store) =>
        new(store.Stores.Movies, store.Stores.HotMovies, new CatalogueSnapshots(store.Blobs, TimeProvider.System, NullLogger<CatalogueSnapshots>.Instance));

    static async Task SaveAsync(LocalStore store)
    {
        using var catalogue = New(store);
        await catalogue.ViewAsync();
        Assert.True(await catalogue.SaveAsync(1));
    }
}
