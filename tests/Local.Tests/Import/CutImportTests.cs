using Matinee.Core.Blobs;
using Matinee.Core.Catalog;
using Matinee.Core.Import;
using Matinee.Core.Ratings;
using Matinee.Core.Stores;
using Matinee.Core.Training;

namespace Matinee.Local.Tests.Import;

/// <summary>An import that is cut off before any of its writes: what is there is consistent, and the same once more completes it.</summary>
public class CutImportTests
{
    [Fact]
    public async Task Import_CutBeforeAnyWrite_IsConsistentAndCompletedByTheNext()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        var changed = SampleSets.Csv(folder, ratings: text => text.Replace("1,3,2.0", "1,4,5.0", StringComparison.Ordinal) + "8,1,3.5,1445715340\n");
        string? expected = null;
        var cuts = 0;
        for (var writes = int.MaxValue; ; writes = writes == int.MaxValue ? 0 : writes + 3)
        {
            await using var store = await LocalStore.OpenAsync();
            using (var before = new TemporaryFolder(inMemory: true))
            {
                await SampleSets.ImportAsync(store, SampleSets.Tab(before));
                await SampleSets.ImportAsync(store, SampleSets.Csv(before));
            }

            await store.RateAsync("viewer", 10_000, 4.5);
            var cut = new Cut(writes);
            var import = new BulkImport(
                new CutMovies(store.Stores.Movies, cut),
                new CutReviews(store.Stores.Reviews, cut),
                new CutHotMovies(store.Stores.HotMovies, cut),
                new SnapshotStore(new CutBlobs(store.Blobs, cut), store.Stores.RatingChanges, new(), TimeProvider.System),
                new CutBlobs(store.Blobs, cut),
                TimeProvider.System);
            try
            {
                await SampleSets.ImportAsync(store, changed, import: import);
                if (expected is not null) break;
                expected = await store.DumpAsync();
                continue;
            }
            catch (IOException)
            {
                cuts++;
            }

            await AssertConsistentAsync(store);
            await SampleSets.ImportAsync(store, changed);
            Assert.Equal(expected, await store.DumpAsync());
        }

        Assert.InRange(cuts, 5, 100);
    }

    [Fact]
    public async Task Import_CancelledWhileReading_WritesNothing()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        await using var store = await LocalStore.OpenAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SampleSets.ImportAsync(store, SampleSets.Csv(folder), cancellation: cancelled.Token));
        Assert.Empty(await store.BlobListAsync());
        Assert.Equal(0, (await store.CatalogueAsync(ImportSource.Named("x"))).Count);
    }

    // Each film's counts are the sum of its sources' parts and the one viewer, and every rated film is in the catalogue.
    static async Task AssertConsistentAsync(LocalStore store)
    {
        var films = (await store.CatalogueAsync(ImportSource.Named("x"))).Films.Select(film => film.Id).ToHashSet();
        foreach (var id in films)
        {
            var stats = await store.Stores.Reviews.StatsAsync(id);
            Assert.Equal(stats.Imports.Values.Sum(part => part.Count) + (id == 10_000 ? 1 : 0), stats.Count);
        }

        var snapshot = (await store.Snapshots.OpenAsync())!;
        Assert.Subset(films, snapshot.All().Select(rating => rating.MovieId).ToHashSet());
        var size = snapshot.All().Count(rating => rating.UserId.StartsWith("ml-test:", StringComparison.Ordinal));
        Assert.True(size is 6 or 7, $"{size} ratings are neither those of before nor those of after");
    }

    sealed class Cut(int writes)
    {
        int _left = writes;

        public void Write()
        {
            if (Interlocked.Decrement(ref _left) < 0) throw new IOException("The power went.");
        }
    }

    sealed class CutMovies(IMovies inner, Cut cut) : IMovies
    {
        public Task<Stored<Movie>?> FindAsync(int movieId, CancellationToken cancellation) => inner.FindAsync(movieId, cancellation);

        public Task<IReadOnlyList<Movie>> FindAsync(IReadOnlyCollection<int> movieIds, CancellationToken cancellation) => inner.FindAsync(movieIds, cancellation);

        public async Task SaveAsync(IReadOnlyCollection<Movie> movies, CancellationToken cancellation)
        {
            foreach (var movie in movies)
            {
                cut.Write();
                await inner.SaveAsync([movie], cancellation);
            }
        }

        public Task<Changes<Movie>> ChangesAsync(string? since, CancellationToken cancellation) => inner.ChangesAsync(since, cancellation);
    }

    sealed class CutReviews(IReviews inner, Cut cut) : IReviews
    {
        public Task<MovieLedger> OpenAsync(int movieId, IReadOnlyCollection<string> userIds, CancellationToken cancellation) => inner.OpenAsync(movieId, userIds, cancellation);

        public Task CommitAsync(LedgerUpdate update, CancellationToken cancellation)
        {
            cut.Write();
            return inner.CommitAsync(update, cancellation);
        }

        public Task<MovieStats> StatsAsync(int movieId, CancellationToken cancellation) => inner.StatsAsync(movieId, cancellation);

        public Task<Page<ViewerRating>> ListAsync(int movieId, PageRequest page, CancellationToken cancellation) => inner.ListAsync(movieId, page, cancellation);
    }

    sealed class CutHotMovies(IHotMovies inner, Cut cut) : IHotMovies
    {
        public Task SaveAsync(HotMovie movie, CancellationToken cancellation)
        {
            cut.Write();
            return inner.SaveAsync(movie, cancellation);
        }

        public Task<Page<HotMovie>> ListAsync(HotWindow window, PageRequest page, CancellationToken cancellation) => inner.ListAsync(window, page, cancellation);

        public Task<Changes<HotMovie>> ChangesAsync(string? since, CancellationToken cancellation) => inner.ChangesAsync(since, cancellation);
    }

    sealed class CutBlobs(IBlobs inner, Cut cut) : IBlobs
    {
        public Task<BlobRead> ReadAsync(string name, string? knownTag, CancellationToken cancellation) => inner.ReadAsync(name, knownTag, cancellation);

        public Task<string> WriteAsync(string name, ReadOnlyMemory<byte> content, string? expectedTag, CancellationToken cancellation)
        {
            cut.Write();
            return inner.WriteAsync(name, content, expectedTag, cancellation);
        }

        public Task<Stream?> OpenAsync(string name, CancellationToken cancellation) => inner.OpenAsync(name, cancellation);

        public Task UploadAsync(string name, Func<Stream, Task> write, CancellationToken cancellation)
        {
            cut.Write();
            return inner.UploadAsync(name, write, cancellation);
        }

        public IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancellation) => inner.ListAsync(prefix, cancellation);

        public Task<bool> DeleteAsync(string name, CancellationToken cancellation)
        {
            cut.Write();
            return inner.DeleteAsync(name, cancellation);
        }

        public Task SweepAsync(DateTimeOffset before, CancellationToken cancellation) => inner.SweepAsync(before, cancellation);
    }
}
