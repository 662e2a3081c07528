using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Matinee.Azure.Cosmos;
using Matinee.Contract.Tests.Gateway;
using Matinee.Contract.Tests.Stores;
using Matinee.Core.Ratings;
using Microsoft.Azure.Cosmos;
using RatingDocument = Matinee.Azure.Cosmos.Documents.RatingDocument;

namespace Matinee.Contract.Tests.Feed;

/// <summary>
/// The same from end to end: ratings are written, two of the SDK's own change-feed processors compete for the lease, writes fail
/// under them, so that batches come again, and half-way everything is closed and opened again.
/// </summary>
public sealed class ProcessorFeedTests : IAsyncLifetime
{
    const int Changes = 600;

    readonly StoresInProcess _fixture = new();
    readonly ConcurrentDictionary<(string User, int Movie), long> _applied = [];
    int _crashes;

    public static TheoryData<int> Seeds => FeedTests.Seeds;

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Processors_CrashesRivalsAndARestart_CountsAreThoseOfARecount(int seed)
    {
        var history = new RatingHistory(seed, users: 50, movies: 6);
        for (var run = 0; run < 2; run++)
        {
            ChangeFeedProcessor[] processors = [await StartAsync("one", seed * 4 + run * 2), await StartAsync("two", seed * 4 + run * 2 + 1)];
            await WriteAsync(history, Changes / 2);
            // The restart finds them in the middle of it; the end is waited for.
            if (run == 1) await Until(() => history.Current.All(rating => _applied.GetValueOrDefault((rating.UserId, rating.MovieId)) >= rating.Version));
            await Task.WhenAll(processors.Select(processor => processor.StopAsync()));
            if (run == 0) await _fixture.RestartAsync();
        }

        Assert.True(_crashes > 0);
        await Recount.AgreesAsync(_fixture.Stores, history);
        Assert.Empty(await _fixture.Stores.Poison.LatestAsync(1));
    }

    async Task WriteAsync(RatingHistory history, int count)
    {
        var ratings = _fixture.Stores.Database.GetContainer(CosmosContainers.Ratings.Name);
        for (var i = 0; i < count; i++) await ratings.UpsertItemAsync(RatingDocument.Of(history.Next()));
    }

    async Task<ChangeFeedProcessor> StartAsync(string instance, int seed)
    {
        CrashingHandler crashes = null!;
        var stores = _fixture.Open(inner => crashes = new(inner, seed));
        var feed = new RatingsFeed(stores.Reviews, stores.HotMovies, stores.Poison, new TestClock());
        // What it learns once at its start is not what is to fail.
        await feed.ApplyAsync([]);
        crashes.CrashOneIn = 40;
        var database = _fixture.Stores.Database;
        var processor = database.GetContainer(CosmosContainers.Ratings.Name)
            .GetChangeFeedProcessorBuilder<JsonElement>("ratings", async (documents, cancellation) =>
            {
                try
                {
                    var changes = RatingChanges.Read(documents);
                    await feed.ApplyAsync(changes, cancellation);
                    foreach (var rating in changes.Select(change => change.Rating!))
                        _applied.AddOrUpdate((rating.UserId, rating.MovieId), rating.Version, (_, before) => Math.Max(before, rating.Version));
                }
                catch (Exception) when (!cancellation.IsCancellationRequested)
                {
                    Interlocked.Increment(ref _crashes);
                    crashes.Revive();
                    throw;
                }
            })
            .WithInstanceName(instance)
            .WithLeaseContainer(database.GetContainer(CosmosContainers.Leases.Name))
            .WithMaxItems(40)
            .WithStartTime(DateTime.MinValue.ToUniversalTime())
            .WithPollInterval(TimeSpan.FromMilliseconds(20))
            .WithLeaseConfiguration(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(500))
            .Build();
        await processor.StartAsync();
        return processor;
    }

    static async Task Until(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), "The feed does not come to its end.");
            await Task.Delay(20);
        }
    }
}
