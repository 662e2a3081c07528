using Matinee.Contract.Tests.Gateway;
using Matinee.Core.Blobs;
using Matinee.Core.Training;

namespace Matinee.Contract.Tests.Snapshots;

/// <summary>What the snapshot store must keep to, in either home.</summary>
public abstract class SnapshotStoreContract
{
    static readonly SnapshotOptions s_options = new() { TombstoneLife = TimeSpan.FromDays(30) };

    readonly TestClock _clock = new();

    protected abstract Task<IBlobs> NewBlobsAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Refresh_AfterAnyChanges_EqualsARebuildAndTheRatingsThemselves(int seed)
    {
        var random = new Random(seed);
        var ratings = new FakeRatings(_clock, s_options.TombstoneLife) { Repeats = true };
        var store = new SnapshotStore(await NewBlobsAsync(), ratings, s_options, _clock);
        Dictionary<string, int> numbers = [];
        for (var round = 0; round < 12; round++)
        {
            for (var i = random.Next(60); i > 0; i--)
            {
                ratings.Rate($"user-{random.Next(12)}", random.Next(10), random.Next(3) == 0 ? null : random.Next(1, 11) / 2.0);
                _clock.Advance(TimeSpan.FromHours(random.Next(4)));
            }

            // Longer than the tombstones' life in all, but never between two refreshes.
            _clock.Advance(TimeSpan.FromDays(random.Next(20)));
            var refreshed = await store.RefreshAsync();
            var rebuilt = await new SnapshotStore(await NewBlobsAsync(), ratings, s_options, _clock).RefreshAsync();

            Assert.Equal(round == 0 ? "there was no snapshot yet" : null, refreshed.RebuiltBecause);
            var expected = ratings.Given.Select(Key).ToHashSet();
            Assert.Equal(expected, refreshed.Snapshot.All().Select(Key).ToHashSet());
            Assert.Equal(expected, rebuilt.Snapshot.All().Select(Key).ToHashSet());
            Assert.Equal(expected.Count, refreshed.Snapshot.Count);
            foreach (var user in expected.Select(key => key.User).Distinct())
            {
                var number = refreshed.Snapshot.Users.NumberOf(user);
                Assert.Equal(user, refreshed.Snapshot.Users[number]);
                if (numbers.TryGetValue(user, out var before)) Assert.Equal(before, number);
            }

            numbers = expected.Select(key => key.User).Distinct().ToDictionary(user => user, refreshed.Snapshot.Users.NumberOf);
        }
    }

    [Fact]
    public async Task Refresh_NextTime_PullsOnlyWhatChanged()
    {
        var ratings = new FakeRatings(_clock, s_options.TombstoneLife);
        var store = new SnapshotStore(await NewBlobsAsync(), ratings, s_options, _clock);
        for (var movie = 0; movie < 50; movie++) ratings.Rate("ann", movie, 3);
        Assert.Equal(50, (await store.RefreshAsync()).Changes);
        ratings.Rate("bob", 1, 4);
        ratings.Rate("ann", 1, null);
        var second = await store.RefreshAsync();
        Assert.Equal((2L, 50, 52), (second.Changes, second.Snapshot.Count, ratings.Pulled));
        Assert.Equal(second.Snapshot.All(), (await store.OpenAsync())!.All());
        Assert.Equal(0, (await store.RefreshAsync()).Changes);
    }

    [Fact]
    public async Task Refresh_OlderThanTheTombstonesLive_RebuildsByItself()
    {
        var ratings = new FakeRatings(_clock, s_options.TombstoneLife);
        var store = new SnapshotStore(await NewBlobsAsync(), ratings, s_options, _clock);
        ratings.Rate("ann", 1, 3);
        ratings.Rate("ann", 2, 3);
        await store.RefreshAsync();

        ratings.Rate("ann", 2, null);
        _clock.Advance(s_options.TombstoneLife + TimeSpan.FromHours(1));
        ratings.Expire();
        var refreshed = await store.RefreshAsync();
        Assert.Contains("vanished", refreshed.RebuiltBecause, StringComparison.Ordinal);
        Assert.Equal([1], refreshed.Snapshot.All().Select(rating => rating.MovieId));
    }

    [Fact]
    public async Task Refresh_ContinuationRefused_RebuildsByItself()
    {
        var ratings = new FakeRatings(_clock, s_options.TombstoneLife);
        var store = new SnapshotStore(await NewBlobsAsync(), ratings, s_options, _clock);
        ratings.Rate("ann", 1, 3);
        await store.RefreshAsync();
        ratings.Generation = 1;
        var refreshed = await store.RefreshAsync();
        Assert.Contains("made anew", refreshed.RebuiltBecause, StringComparison.Ordinal);
        Assert.Equal(1, refreshed.Snapshot.Count);
    }

    [Fact]
    public async Task Import_DataWithoutDocuments_SurvivesRefreshAndRebuildAndYieldsToChanges()
    {
        var ratings = new FakeRatings(_clock, s_options.TombstoneLife);
        var store = new SnapshotStore(await NewBlobsAsync(), ratings, s_options, _clock);
        var day = new DateTimeOffset(2015, 3, 4, 5, 6, 7, TimeSpan.Zero);
        ratings.Rate("ann", 1, 3);
        await store.RefreshAsync();
        await store.ImportAsync([new("ml-1", 1, 4, day, 9), new("ml-1", 2, 5, day, 9), new("ann", 1, 0.5, day, 9)]);
        ratings.Rate("ml-1", 2, 1);
        ratings.Rate("ann", 5, 2);

        (string, int, double?)[] expected = [("ann", 1, 3), ("ann", 5, 2), ("ml-1", 1, 4), ("ml-1", 2, 1)];
        Assert.Equal(expected, Rows((await store.RefreshAsync()).Snapshot));
        _clock.Advance(s_options.TombstoneLife * 2);
        var rebuilt = await store.RefreshAsync();
        Assert.NotNull(rebuilt.RebuiltBecause);
        Assert.Equal(expected, Rows(rebuilt.Snapshot));
    }

    [Fact]
    public async Task Refresh_WhileSomebodyImports_LosesNeither()
    {
        var blobs = await NewBlobsAsync();
        var ratings = new FakeRatings(_clock, s_options.TombstoneLife);
        var store = new SnapshotStore(blobs, ratings, s_options, _clock);
        ratings.Rate("ann", 1, 3);
        ratings.Between = async () =>
        {
            ratings.Between = null;
            await store.ImportAsync([new("ml-1", 1, 4, _clock.GetUtcNow(), 0)]);
        };
        await store.RefreshAsync();
        Assert.Equal([("ann", 1, 3), ("ml-1", 1, 4)], Rows((await store.OpenAsync())!));
        var files = 0;
        await foreach (var blob in blobs.ListAsync("snapshots/")) files += blob.Name.EndsWith(".bin", StringComparison.Ordinal) ? 1 : 0;
        Assert.Equal(2, files);
    }

    [Fact]
    public async Task Refresh_NewestDamaged_GoesOnFromTheOneBeforeAndSaysSo()
    {
        var blobs = await NewBlobsAsync();
        var ratings = new FakeRatings(_clock, s_options.TombstoneLife);
        var store = new SnapshotStore(blobs, ratings, s_options, _clock);
        ratings.Rate("ann", 1, 3);
        var first = await store.RefreshAsync();
        ratings.Rate("ann", 2, 3);
        var second = await store.RefreshAsync();
        await FlipAsync(blobs, $"snapshots/{second.Name}.bin");

        var third = await store.RefreshAsync();
        Assert.Equal((1L, 2, (string?)null), (third.Changes, third.Snapshot.Count, third.RebuiltBecause));
        Assert.Contains(second.Name, Assert.Single(third.Damage), StringComparison.Ordinal);

        await FlipAsync(blobs, $"snapshots/{first.Name}.bin");
        await FlipAsync(blobs, $"snapshots/{third.Name}.bin");
        var error = await Assert.ThrowsAsync<SnapshotDamagedException>(() => store.RefreshAsync());
        Assert.Contains(third.Name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refresh_RatingsTakenAway_LeavesNoSnapshotThatHoldsThem()
    {
        var blobs = await NewBlobsAsync();
        var ratings = new FakeRatings(_clock, s_options.TombstoneLife);
        var store = new SnapshotStore(blobs, ratings, s_options, _clock);
        ratings.Rate("ann", 1, 3);
        ratings.Rate("bob", 1, 4);
        await store.RefreshAsync();
        ratings.Rate("bob", 2, 5);
        await store.RefreshAsync();

        ratings.Rate("bob", 1, null);
        var last = await store.RefreshAsync();

        List<string> left = [];
        await foreach (var blob in blobs.ListAsync("snapshots/")) left.Add(blob.Name);
        Assert.Equal([$"snapshots/{last.Name}.bin", "snapshots/current.json"], left);
        Assert.Equal([("ann", 1, 3.0), ("bob", 2, 5.0)], Rows((await store.OpenAsync())!));
    }

    [Fact]
    public async Task Refresh_ManyTimes_KeepsTheLastFew()
    {
        var blobs = await NewBlobsAsync();
        var store = new SnapshotStore(blobs, new FakeRatings(_clock, s_options.TombstoneLife), s_options with { Keep = 2 }, _clock);
        List<string> names = [];
        for (var day = 0; day < 6; day++)
        {
            names.Add((await store.RefreshAsync()).Name);
            _clock.Advance(TimeSpan.FromDays(2));
        }

        List<string> left = [];
        await foreach (var blob in blobs.ListAsync("snapshots/")) left.Add(blob.Name);
        // Files carry the real time and the clock runs ahead: all but the kept ones look old.
        Assert.Equal([$"snapshots/{names[4]}.bin", $"snapshots/{names[5]}.bin", "snapshots/current.json"], left);
    }

    static (string User, int Movie, double? Stars) Key(RatingUpdate rating) => (rating.UserId, rating.MovieId, rating.Stars);

    static IEnumerable<(string, int, double?)> Rows(RatingSnapshot snapshot) => snapshot.All().Select(Key).Order();

    static async Task FlipAsync(IBlobs blobs, string name)
    {
        var content = (await blobs.ReadAsync(name)).Content.ToArray();
        content[content.Length / 2] ^= 4;
        await blobs.DeleteAsync(name);
        await blobs.WriteAsync(name, content, null);
    }
}
