using System.Text.Json;
using Matinee.Azure.Cosmos;
using Matinee.Contract.Tests.Gateway;
using Matinee.Contract.Tests.Stores;
using Matinee.Core.Ratings;
using Matinee.Core.Stores;

namespace Matinee.Contract.Tests.Feed;

/// <summary>Documents that can't be applied stop nothing, and nothing else is set aside.</summary>
public sealed class PoisonFeedTests : IAsyncLifetime
{
    readonly StoresInProcess _fixture = new();

    CosmosStores Stores => _fixture.Stores;

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData("""{"id":"7"}""", "it has no userId")]
    [InlineData("""null""", "it is null")]
    [InlineData("""[1,2]""", "could not be converted")]
    [InlineData("""{"id":"7","userId":"ann","movieId":"seven","stars":3,"removed":false,"ratedAt":1700000000000,"version":1}""", "movieId")]
    [InlineData("""{"id":"8","userId":"ann","movieId":7,"stars":3,"removed":false,"ratedAt":1700000000000,"version":1}""", "its id '8' is not that of movie 7")]
    [InlineData("""{"id":"7","userId":"ann","movieId":7,"stars":3.2,"removed":false,"ratedAt":1700000000000,"version":1}""", "3.2 stars")]
    [InlineData("""{"id":"7","userId":"ann","movieId":7,"stars":5.5,"removed":false,"ratedAt":1700000000000,"version":1}""", "5.5 stars")]
    [InlineData("""{"id":"7","userId":"ann","movieId":7,"stars":3,"removed":true,"ratedAt":1700000000000,"version":1}""", "contradict")]
    [InlineData("""{"id":"7","userId":"ann","movieId":7,"removed":false,"ratedAt":1700000000000,"version":1}""", "contradict")]
    [InlineData("""{"id":"7","userId":"ann","movieId":7,"removed":true,"review":"x","ratedAt":1700000000000,"version":1}""", "has a review")]
    [InlineData("""{"id":"7","userId":"ann","movieId":7,"stars":3,"removed":false,"version":1}""", "the time 1970")]
    [InlineData("""{"id":"7","userId":"ann","movieId":7,"stars":3,"removed":false,"ratedAt":9000000000000,"version":1}""", "in the future")]
    [InlineData("""{"id":"7","userId":"ann","movieId":7,"stars":3,"removed":false,"ratedAt":9223372036854775807,"version":1}""", "")]
    [InlineData("""{"id":"7","userId":"ann","movieId":7,"stars":3,"removed":false,"ratedAt":1700000000000}""", "the version 0")]
    [InlineData("""{"id":"7","userId":"a/b","movieId":7,"stars":3,"removed":false,"ratedAt":1700000000000,"version":1}""", "a/b")]
    [InlineData("""{"id":"-7","userId":"ann","movieId":-7,"stars":3,"removed":false,"ratedAt":1700000000000,"version":1}""", "negative")]
    public async Task Apply_DocumentThatIsNoRating_IsSetAsideAndTheRestApplied(string text, string reason)
    {
        var bad = JsonDocument.Parse(text).RootElement;
        var good = RatingHistory.Document(Good("bob"));

        var outcome = await Feed().ApplyAsync(RatingChanges.Read([bad, good]));
        await Feed().ApplyAsync(RatingChanges.Read([bad, good]));

        var parked = Assert.Single(await Stores.Poison.LatestAsync(10));
        Assert.Equal((text, new FeedOutcome(1, 1, 1)), (parked.Payload, outcome));
        Assert.Contains(reason, parked.Reason, StringComparison.Ordinal);
        Assert.Equal(1, (await Stores.Reviews.StatsAsync(7)).Count);
    }

    [Fact]
    public async Task Apply_StoreRefusesOneOfMany_SetsThatAside()
    {
        var refusing = new Between(Stores.Reviews) { Refuses = "eve" };
        string[] users = ["ann", "bob", "eve", "joe"];

        var outcome = await Feed(refusing).ApplyAsync(RatingChanges.Read(users.Select(user => RatingHistory.Document(Good(user)))));

        Assert.Equal(new FeedOutcome(1, 3, 1), outcome);
        Assert.Contains("eve", Assert.Single(await Stores.Poison.LatestAsync(10)).Payload, StringComparison.Ordinal);
        Assert.Equal(3, (await Stores.Reviews.StatsAsync(7)).Count);
        Assert.Equal(3, Assert.Single(await Stores.HotMovies.AllAsync(HotWindow.Week)).Count);
    }

    [Fact]
    public async Task Apply_RatingAndCountsReadAtDifferentMoments_IsReadAgain()
    {
        await Feed().ApplyAsync(RatingChanges.Read([RatingHistory.Document(Good("ann"))]));
        var before = await Stores.Reviews.OpenAsync(7, ["ann"]);
        await Feed().ApplyAsync(RatingChanges.Read([RatingHistory.Document(Good("ann") with { Stars = 1, Version = 2 })]));

        var torn = new Between(Stores.Reviews) { Tears = before };
        await Feed(torn).ApplyAsync(RatingChanges.Read([RatingHistory.Document(Good("ann") with { Stars = 2, Version = 3 })]));

        Assert.Null(torn.Tears);
        Assert.Empty(await Stores.Poison.LatestAsync(1));
        Assert.Equal(4, (await Stores.Reviews.StatsAsync(7)).HalvesSum);
    }

    [Fact]
    public async Task Apply_StoreIsAway_ThrowsSoThatTheBatchComesAgain()
    {
        FaultyHandler faults = null!;
        using var stores = _fixture.Open(inner => faults = new(inner), TimeSpan.FromMilliseconds(300));
        await stores.Reviews.OpenAsync(7, []);
        var changes = RatingChanges.Read([RatingHistory.Document(Good("ann"))]);
        faults.Begin(_ => FaultyHandler.Answer(503));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => new RatingsFeed(stores.Reviews, stores.HotMovies, stores.Poison, new TestClock()).ApplyAsync(changes));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => new RatingsFeed(stores.Reviews, stores.HotMovies, stores.Poison, new TestClock())
            .ApplyAsync(RatingChanges.Read([JsonDocument.Parse("{}").RootElement])));

        Assert.Equal(0, (await Stores.Reviews.StatsAsync(7)).Count);
        Assert.Empty(await Stores.Poison.LatestAsync(1));
    }

    static ViewerRating Good(string user) => new() { UserId = user, MovieId = 7, Stars = 4, RatedAt = RatingHistory.Now, Version = 1 };

    RatingsFeed Feed(IReviews? reviews = null) => new(reviews ?? Stores.Reviews, Stores.HotMovies, Stores.Poison, new TestClock());

    /// <summary>Refuses a user's rating for ever, or shows ratings of an earlier moment once.</summary>
    sealed class Between(IReviews inner) : IReviews
    {
        public string? Refuses { get; init; }

        public MovieLedger? Tears { get; set; }

        public async Task<MovieLedger> OpenAsync(int movieId, IReadOnlyCollection<string> userIds, CancellationToken cancellation)
        {
            var ledger = await inner.OpenAsync(movieId, userIds, cancellation);
            if (Tears is null) return ledger;
            ledger = ledger with { Applied = Tears.Applied };
            Tears = null;
            return ledger;
        }

        public Task CommitAsync(LedgerUpdate update, CancellationToken cancellation) =>
            update.Applied.Any(applied => applied.Rating.UserId == Refuses)
                ? throw new StoreRefusedException("too large")
                : inner.CommitAsync(update, cancellation);

        public Task<MovieStats> StatsAsync(int movieId, CancellationToken cancellation) => inner.StatsAsync(movieId, cancellation);

        public Task<Page<ViewerRating>> ListAsync(int movieId, PageRequest page, CancellationToken cancellation) => inner.ListAsync(movieId, page, cancellation);
    }
}
