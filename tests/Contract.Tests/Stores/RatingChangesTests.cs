using Matinee.Core.Blobs;
using Matinee.Core.Ratings;
using Matinee.Core.Training;

namespace Matinee.Contract.Tests.Stores;

public sealed class RatingChangesTestsInProcess(StoresInProcess stores) : RatingChangesTests(stores), IClassFixture<StoresInProcess>;

public sealed class RatingChangesTestsOverHttp(StoresOverHttp stores) : RatingChangesTests(stores), IClassFixture<StoresOverHttp>;

public sealed class RatingChangesTestsOnAccount(StoresOnAccount stores) : RatingChangesTests(stores), IClassFixture<StoresOnAccount>;

/// <summary>The training snapshot over the real change feed.</summary>
public abstract class RatingChangesTests(StoresFixture fixture) : StoreTests(fixture), IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("matinee-snapshots-");

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Refresh_AddsChangesAndRemovals_EqualsARebuildAndTheStore()
    {
        var random = new Random(3);
        var users = Enumerable.Range(0, 5).Select(_ => NewUser()).ToArray();
        var movies = Enumerable.Range(0, 6).Select(_ => NewMovie()).ToArray();
        var given = new Dictionary<(string User, int Movie), double>();
        var store = Snapshots("incremental");
        for (var round = 0; round < 5; round++)
        {
            for (var change = 0; change < 25; change++)
            {
                var key = (User: users[random.Next(users.Length)], Movie: movies[random.Next(movies.Length)]);
                var removed = random.Next(4) == 0 && given.ContainsKey(key);
                await PutAsync(key.User, key.Movie, removed ? null : random.Next(1, 11) / 2.0);
                if (removed) given.Remove(key);
                else given[key] = (await Stores.Ratings.FindAsync(key.User, key.Movie))!.Value.Stars!.Value;
            }

            var refreshed = await store.RefreshAsync();
            var rebuilt = await Snapshots($"rebuilt-{round}").RefreshAsync();

            Assert.Equal(round == 0 ? "there was no snapshot yet" : null, refreshed.RebuiltBecause);
            Assert.Equal(given, Of(refreshed.Snapshot, users));
            Assert.Equal(given, Of(rebuilt.Snapshot, users));
        }
    }

    [Fact]
    public async Task Pull_FromTheEnd_BringsOnlyWhatCameSince()
    {
        var user = NewUser();
        await PutAsync(user, NewMovie(), 4);
        var end = (await PullAsync(null))[^1].Continuation;
        Assert.Empty(await PullAsync(end));
        var movie = NewMovie();
        await PutAsync(user, movie, 2.5);

        var pages = await PullAsync(end);

        var update = Assert.Single(pages.SelectMany(page => page.Updates));
        Assert.Equal((user, movie, 2.5), (update.UserId, update.MovieId, update.Stars));
    }

    [Fact]
    public async Task Pull_FromNoContinuation_IsRefusedSoThatTheSnapshotIsRebuilt()
    {
        await PutAsync(NewUser(), NewMovie(), 4);

        await Assert.ThrowsAsync<ContinuationRefusedException>(() => PullAsync("nothing that the feed has said"));
    }

    SnapshotStore Snapshots(string name) =>
        new(new FolderBlobs(Path.Combine(_folder.FullName, name)), Stores.RatingChanges, new(), TimeProvider.System);

    async Task<List<RatingPage>> PullAsync(string? continuation)
    {
        var pages = new List<RatingPage>();
        await foreach (var page in Stores.RatingChanges.PullAsync(continuation)) pages.Add(page);
        return pages;
    }

    async Task PutAsync(string user, int movie, double? stars)
    {
        var before = await Stores.Ratings.FindAsync(user, movie);
        var version = ViewerRating.NextVersion(before?.Value.Version, Noon);
        await Stores.Ratings.SaveAsync(Rating(user, movie, stars, version: version), before?.ETag);
    }

    static Dictionary<(string, int), double> Of(RatingSnapshot snapshot, string[] users) =>
        snapshot.All().Where(rating => users.Contains(rating.UserId)).ToDictionary(rating => (rating.UserId, rating.MovieId), rating => rating.Stars!.Value);
}
