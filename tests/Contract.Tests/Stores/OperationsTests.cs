using Matinee.Azure.Cosmos;
using Matinee.Contract.Tests.Gateway;
using Matinee.Core.Ratings;

namespace Matinee.Contract.Tests.Stores;

/// <summary>What the use cases cost: on hot paths only point operations and queries of one partition.</summary>
public sealed class OperationsTests(StoresInProcess fixture) : StoreTests(fixture), IClassFixture<StoresInProcess>, IAsyncLifetime
{
    CountingHandler _counter = null!;
    CosmosStores _stores = null!;

    public async ValueTask InitializeAsync()
    {
        _stores = fixture.Open(inner => _counter = new(inner));
        // The client learns of each container once.
        await _stores.Movies.FindAsync(0);
        await _stores.Users.FindAsync("x");
        await _stores.Logins.FindAsync("x");
        await _stores.Sessions.AllAsync("x");
        await _stores.Ratings.AllAsync("x");
        await _stores.Shelf.AllAsync("x");
        await _stores.Reviews.OpenAsync(0, []);
        await _stores.HotMovies.AllAsync(HotWindow.Week);
        await _stores.Poison.SaveAsync(new("x", "x", "{}", Noon));
    }

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task PutRating_NewOrNot_IsOneReadAndOneWrite()
    {
        var rating = Rating(NewUser(), NewMovie(), review: new string('x', 1000));

        await Costs(["read", "create"], sent: 1_300, received: 200, () => Put(rating));
        await Costs(["read", "replace"], sent: 1_300, received: 1_600, () => Put(rating with { Version = 2 }));
        await Costs(["read", "replace"], sent: 300, received: 1_600, () => Put(rating.Remove(Noon)));
    }

    [Theory]
    [InlineData(RatingOrder.Newest)]
    [InlineData(RatingOrder.Highest)]
    [InlineData(RatingOrder.MovieId)]
    public async Task ListOfRatings_EachPage_IsOneQuery(RatingOrder order)
    {
        var user = NewUser();
        for (var i = 0; i < 120; i++) await _stores.Ratings.SaveAsync(Rating(user, NewMovie(), at: Noon.AddMinutes(i)), null);
        var first = await _stores.Ratings.ListAsync(user, order, new());

        await Costs(["query"], sent: 200, received: 51 * 400, () => _stores.Ratings.ListAsync(user, order, new()));
        await Costs(["query"], sent: 400, received: 51 * 400, () => _stores.Ratings.ListAsync(user, order, new() { Cursor = first.NextCursor }));
    }

    [Fact]
    public async Task AllRatingsOfAViewer_ForAList_IsOneQueryWithoutTexts()
    {
        var user = NewUser();
        for (var i = 0; i < 200; i++) await _stores.Ratings.SaveAsync(Rating(user, NewMovie(), review: new string('x', 1000)), null);

        await Costs(["query"], sent: 200, received: 200 * 170, () => _stores.Ratings.AllAsync(user));
    }

    [Fact]
    public async Task SmallThings_AreOneRequest()
    {
        var (user, movie) = (NewUser(), NewMovie());
        await Costs(["create"], 300, 300, () => _stores.Logins.ClaimAsync(user, user));
        await Costs(["read"], 0, 500, () => _stores.Logins.FindAsync(user));
        await Costs(["read"], 0, 500, () => _stores.Sessions.FindAsync(user, "x"));
        await Costs(["read"], 0, 500, () => _stores.Movies.FindAsync(movie));
        await Costs(["read"], 0, 500, () => _stores.Users.FindAsync(user));
        await Costs(["create"], 300, 300, () => _stores.Shelf.SaveAsync(new(user, Core.Profiles.ShelfKind.Seen, movie, Noon)));
        await Costs(["query"], 300, 500, () => _stores.Shelf.AllAsync(user));
        await Costs(["query"], 300, 500, () => _stores.Shelf.ListAsync(user, Core.Profiles.ShelfKind.Seen, new()));
        await Costs(["read"], 0, 500, () => _stores.Reviews.StatsAsync(movie));
        await Costs(["query"], 300, 500, () => _stores.Reviews.ListAsync(movie, new()));
        await Costs(["query"], 300, 500, () => _stores.HotMovies.ListAsync(HotWindow.Month, new()));
        await Costs(["delete"], 0, 300, () => _stores.Sessions.RemoveAsync(user, "x"));
    }

    [Fact]
    public async Task Feed_BatchOfOneMovie_IsOneQueryOneTransactionAndOnePatchForEachWindow()
    {
        var feed = new RatingsFeed(_stores.Reviews, _stores.HotMovies, _stores.Poison, new TestClock());
        var movie = NewMovie();
        var changes = Enumerable.Range(0, 80).Select(_ => Change(Rating(NewUser(), movie))).ToList();
        await feed.ApplyAsync([Change(Rating(NewUser(), movie))]);

        await Costs(["query", "batch", "patch", "patch", "patch"], sent: 80 * 400, received: 80 * 250, () => feed.ApplyAsync(changes));
        // Given again it changes nothing, but makes sure of the hot lists.
        await Costs(["query", "patch", "patch", "patch"], sent: 80 * 100, received: 82 * 500, () => feed.ApplyAsync(changes));
    }

    static RatingChange Change(ViewerRating rating) => new(default, rating, null);

    async Task Put(ViewerRating rating)
    {
        var found = await _stores.Ratings.FindAsync(rating.UserId, rating.MovieId);
        await _stores.Ratings.SaveAsync(rating, found?.ETag);
    }

    async Task Costs(string[] requests, long sent, long received, Func<Task> operation)
    {
        var seen = await _counter.DuringAsync(operation);
        Assert.Equal(requests, seen.Select(request => request.Kind));
        Assert.InRange(seen.Sum(request => request.Sent), 0, sent);
        Assert.InRange(seen.Sum(request => request.Received), 0, received);
    }
}
