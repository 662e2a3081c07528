using Matinee.Core.Import;
using Matinee.Core.Ratings;
using Matinee.Local.Seed;

namespace Matinee.Local.Tests.Seed;

public class FirstRunTests
{
    // The whole community takes half a minute to count, and shows nothing more than some of it.
    const int People = 40;

    static readonly FirstRun s_run = new(TimeProvider.System, new() { Until = default, People = People, ReviewShare = 0.2 });

    [Fact]
    public async Task Run_EmptyStore_LeavesFilmsCountsAndReviewsThatAgree()
    {
        await using var store = await LocalStore.OpenAsync();
        // Cut off while it counts, and begun again.
        using (var cut = new CancellationTokenSource())
        {
            var progress = new Report(value =>
            {
                if (value is { Stage: "Counting ratings by film", Done: >= 100 }) cut.Cancel();
            });
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => s_run.RunAsync(store.Stores.Movies, store.Import, progress, cut.Token));
        }

        Assert.Null(Assert.Single(await store.Import.ListAsync()).Completed);
        await s_run.RunAsync(store.Stores.Movies, store.Import);

        var films = (await store.CatalogueAsync(ImportSource.Community)).Films.ToList();
        Assert.Equal(BundledCatalogue.Films().Count(), films.Count);
        var ratings = (await store.Snapshots.OpenAsync())!.All().ToLookup(rating => rating.MovieId);
        foreach (var film in films.Where(film => film.Id % 10 == 0))
        {
            var stats = await store.Stores.Reviews.StatsAsync(film.Id);
            Assert.Equal(Enumerable.Range(1, 10).Select(halves => ratings[film.Id].Count(rating => rating.Stars * 2 == halves)), stats.Counts);
            Assert.Equal(ratings[film.Id].Any() ? 1 : 0, stats.Revision);
            var texts = (await store.Stores.Reviews.ListAsync(film.Id, new() { Limit = 200 })).Items;
            Assert.Equal(stats.Reviews, texts.Count);
            Assert.All(texts, text => Assert.True(text.IsSimulated && ratings[film.Id].Any(rating => rating.UserId == text.UserId && rating.Stars == text.Stars)));
        }

        var week = await store.Stores.HotMovies.ListAsync(HotWindow.Week, new() { Limit = 10 });
        Assert.Contains(week.Items, hot => hot.Within(TimeProvider.System.GetUtcNow()).Count > 0);
        Assert.Equal(People, (await BulkImport.PeopleAsync(store.Blobs)).Count);
        Assert.NotNull(Assert.Single(await store.Import.ListAsync()).Completed);

        var blobs = await store.BlobListAsync();
        await s_run.RunAsync(store.Stores.Movies, store.Import);
        Assert.Equal(blobs, await store.BlobListAsync());

        await store.Import.RemoveAsync(ImportSource.Community);
        Assert.Equal(0, (await store.Snapshots.OpenAsync())!.Count);
        Assert.Equal((0, 0), ((await store.Stores.Reviews.StatsAsync(650)).Count, (await store.Stores.Reviews.ListAsync(650, new())).Items.Count));
    }

    sealed class Report(Action<ImportProgress> told) : IProgress<ImportProgress>
    {
        void IProgress<ImportProgress>.Report(ImportProgress value) => told(value);
    }
}
