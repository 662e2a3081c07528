using System.Diagnostics;
using System.Text;
using Matinee.Api.Tests.Hosting;
using Matinee.Azure.Cosmos;
using Matinee.Core.Catalog;
using Matinee.Core.Ratings;
using Matinee.Core.Stores;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Matinee.Api.Tests.Ratings;

/// <summary>A rating is written, and the change feed, as the local host drives it, does the rest.</summary>
public sealed class RatingsFeedTests
{
    [Fact]
    public async Task Rating_GivenChangedAndRemoved_IsCountedEachTime()
    {
        await using var host = await MatineeHost.StartAsync();
        await host.SaveAsync(new Movie { Id = 7, Title = "Heat" });
        using var client = host.NewClient();

        var etag = await host.Stores.Ratings.SaveAsync(Rating(host, "anna", 4.5, 1), null);
        await host.Stores.Ratings.SaveAsync(Rating(host, "bert", 2, 1), null);
        await CountAsync(host, 2);
        var movie = await client.GetAsync("movies/7").JsonAsync();
        Assert.Equal((2, 3.25), ((int)movie["votes"]!, (double)movie["meanStars"]!));

        etag = await host.Stores.Ratings.SaveAsync(Rating(host, "anna", 3, 2), etag);
        await Patience.UntilAsync(async () => (await host.Stores.Reviews.StatsAsync(7)).MeanStars == 2.5, "the changed rating is counted");
        await host.Stores.Ratings.SaveAsync(Rating(host, "anna", null, 3), etag);
        await CountAsync(host, 1);

        foreach (var window in Enum.GetValues<HotWindow>())
        {
            await Patience.UntilAsync(
                async () => (await host.Stores.HotMovies.AllAsync(window)) is [{ MovieId: 7, Count: 1, HalvesSum: 4 }], $"the figures of {window}");
        }
    }

    [Fact]
    public async Task Document_ThatIsNoRating_IsSetAsideAndHoldsNothingUp()
    {
        await using var host = await MatineeHost.StartAsync();
        await PutAsync(host, """{ "id": "7", "userId": "anna", "stars": "many" }""");
        await host.Stores.Ratings.SaveAsync(Rating(host, "bert", 2, 1), null);

        await CountAsync(host, 1);

        Assert.Contains("many", Assert.Single(await host.Stores.Poison.LatestAsync(10)).Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_ThatFails_IsGivenAgainUntilItSucceeds()
    {
        var failing = new FailingPoison();
        await using var host = await MatineeHost.StartAsync(
            options => options with { Clock = new HastyClock() }, services => services.Replace(ServiceDescriptor.Singleton<IPoison>(failing)));
        await PutAsync(host, """{ "id": "7", "userId": "anna" }""");
        await host.Stores.Ratings.SaveAsync(Rating(host, "bert", 2, 1), null);

        await Patience.UntilAsync(() => Task.FromResult(failing.Calls >= 4), "three failures and a success");
        await CountAsync(host, 1);
    }

    [Fact]
    public async Task Figures_Changed_WhoWantsToKnowIsPoked()
    {
        var listener = new Listener();
        await using var host = await MatineeHost.StartAsync(services: services => services.AddSingleton<IFiguresChanged>(listener));
        await host.Stores.Ratings.SaveAsync(Rating(host, "bert", 2, 1), null);

        await Patience.UntilAsync(() => Task.FromResult(listener.Pokes > 0), "a poke");

        Assert.Equal(1, (await host.Stores.Reviews.StatsAsync(7)).Count);
    }

    [Fact]
    public async Task Host_StoppedAndStartedAgain_GoesOnWhereItWasWithinSeconds()
    {
        using var data = new TemporaryData();
        await using (var first = await data.StartAsync(options => options with { NoTrain = true }))
        {
            var stores = first.Services.GetRequiredService<CosmosStores>();
            await stores.Ratings.SaveAsync(new() { UserId = "anna", MovieId = 7, Stars = 4, RatedAt = data.Clock.GetUtcNow(), Version = 1 }, null);
            await Patience.UntilAsync(async () => (await stores.Reviews.StatsAsync(7)).Count == 1, "the first rating is counted");
        }

        var watch = Stopwatch.StartNew();
        await using (var second = await data.StartAsync(options => options with { NoTrain = true }))
        {
            var stores = second.Services.GetRequiredService<CosmosStores>();
            await stores.Ratings.SaveAsync(new() { UserId = "bert", MovieId = 7, Stars = 4, RatedAt = data.Clock.GetUtcNow(), Version = 1 }, null);
            await Patience.UntilAsync(async () => (await stores.Reviews.StatsAsync(7)).Count == 2, "the second rating is counted");
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}.");
            watch.Restart();
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed} to stop.");
    }

    static ViewerRating Rating(MatineeHost host, string user, double? stars, long version) =>
        new() { UserId = user, MovieId = 7, Stars = stars, RatedAt = host.Clock.GetUtcNow(), Version = version };

    /// <summary>Puts a document of anna's among the ratings, whatever it says.</summary>
    static async Task PutAsync(MatineeHost host, string document)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(document));
        using var answer = await host.Stores.Database.GetContainer(CosmosContainers.Ratings.Name).UpsertItemStreamAsync(body, new PartitionKey("anna"));
        Assert.True(answer.IsSuccessStatusCode, answer.ErrorMessage);
    }

    static Task CountAsync(MatineeHost host, int count) =>
        Patience.UntilAsync(async () => (await host.Stores.Reviews.StatsAsync(7)).Count == count, $"{count} ratings are counted");

    sealed class Listener : IFiguresChanged
    {
        public int Pokes { get; private set; }

        public void Poke() => Pokes++;
    }

    sealed class FailingPoison : IPoison
    {
        public Task<int> RemoveOfAsync(string userId, CancellationToken cancellation) => throw new NotSupportedException();

        int _calls;

        public int Calls => _calls;

        public Task SaveAsync(PoisonDocument document, CancellationToken cancellation = default) =>
            Interlocked.Increment(ref _calls) <= 3 ? throw new StoreUnavailableException("Away.", TimeSpan.Zero) : Task.CompletedTask;

        public Task<IReadOnlyList<PoisonDocument>> LatestAsync(int count, CancellationToken cancellation = default) => throw new NotSupportedException();
    }

    /// <summary>The wait between two tries is over in a hundredth of its time; deadlines of the store stay what they are.</summary>
    sealed class HastyClock : TimeProvider
    {
        static readonly TimeSpan s_wait = TimeSpan.FromSeconds(10);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime == s_wait ? dueTime / 100 : dueTime, period);
    }
}
