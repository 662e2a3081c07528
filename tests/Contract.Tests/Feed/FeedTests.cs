using System.Text.Json;
using Matinee.Azure.Cosmos;
using Matinee.Contract.Tests.Gateway;
using Matinee.Contract.Tests.Stores;
using Matinee.Core.Ratings;

namespace Matinee.Contract.Tests.Feed;

/// <summary>
/// 20,000 changes for each seed, straight into the feed: batches repeated, late, out of order and with versions left out, given to
/// two workers at once whose processes end at any write.
/// </summary>
public sealed class FeedTests
{
    const int Changes = 20_000;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Apply_RepeatsCrashesAndRivals_CountsAreThoseOfARecount(int seed)
    {
        await using var fixture = new StoresInProcess();
        await fixture.InitializeAsync();
        var history = new RatingHistory(seed, users: 300, movies: 12);
        var random = new Random(seed);
        var workers = Enumerable.Range(0, 2).Select(i => new Worker(fixture, seed * 2 + i)).ToArray();
        var earlier = new List<JsonElement[]>();
        for (var made = 0; made < Changes;)
        {
            var size = Math.Min(random.Next(100, 800), Changes - made);
            made += size;
            var batch = BatchOf(history, size, random);
            // The rival has the same batch, as after a lease that was lost, or one from long ago.
            var rivals = earlier.Count > 0 && random.Next(2) == 0 ? earlier[random.Next(earlier.Count)] : batch;
            if (random.Next(3) == 0) await Task.WhenAll(workers[0].ApplyAsync(batch), workers[1].ApplyAsync(rivals));
            else await workers[random.Next(2)].ApplyAsync(batch);
            earlier.Add(batch);
        }

        Assert.All(workers, worker => Assert.True(worker.Handler.Crashes > 3 && worker.Handler.Refusals > 3, $"{worker.Handler.Crashes} crashes, {worker.Handler.Refusals} refusals"));
        await Recount.AgreesAsync(fixture.Stores, history);
        Assert.Empty(await fixture.Stores.Poison.LatestAsync(1));
    }

    static JsonElement[] BatchOf(RatingHistory history, int size, Random random)
    {
        var versions = Enumerable.Range(0, size).Select(_ => history.Next()).ToList();
        var latest = versions.GroupBy(rating => (rating.UserId, rating.MovieId)).Select(group => group.Last()).ToHashSet(ReferenceEqualityComparer.Instance);
        // The feed shows the latest version and may leave out those before it; and we shuffle what it would keep in order.
        var shown = versions.Where(version => latest.Contains(version) || random.Next(2) == 0).Select(RatingHistory.Document).ToArray();
        random.Shuffle(shown);
        return shown;
    }

    sealed class Worker
    {
        readonly GatewayStores _fixture;
        RatingsFeed _feed = null!;

        public Worker(GatewayStores fixture, int seed)
        {
            _fixture = fixture;
            Handler = null!;
            Restart(inner => Handler = new(inner, seed) { CrashOneIn = 50, RefuseOneIn = 50 });
        }

        public CrashingHandler Handler { get; private set; }

        /// <summary>As a change feed does: gives the batch until it was taken.</summary>
        public async Task ApplyAsync(JsonElement[] batch)
        {
            while (true)
            {
                try
                {
                    await _feed.ApplyAsync(RatingChanges.Read(batch));
                    return;
                }
                catch (Exception error) when (IsCrash(error))
                {
                    Handler.Revive();
                }
            }
        }

        void Restart(Func<HttpMessageHandler, HttpMessageHandler> between)
        {
            var stores = _fixture.Open(between);
            _feed = new(stores.Reviews, stores.HotMovies, stores.Poison, new TestClock());
        }

        static bool IsCrash(Exception? error) => error is CrashException || (error is not null && IsCrash(error.InnerException));
    }
}
