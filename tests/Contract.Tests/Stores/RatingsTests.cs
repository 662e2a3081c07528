using Matinee.Core.Ratings;
using Matinee.Core.Stores;

namespace Matinee.Contract.Tests.Stores;

public sealed class RatingsTestsInProcess(StoresInProcess stores) : RatingsTests(stores), IClassFixture<StoresInProcess>;

public sealed class RatingsTestsOverHttp(StoresOverHttp stores) : RatingsTests(stores), IClassFixture<StoresOverHttp>;

public sealed class RatingsTestsOnAccount(StoresOnAccount stores) : RatingsTests(stores), IClassFixture<StoresOnAccount>;

public abstract class RatingsTests(StoresFixture fixture) : StoreTests(fixture)
{
    [Fact]
    public async Task Save_Rating_ComesBackWithItsETag()
    {
        var rating = Rating(NewUser(), NewMovie(), 3.5, "Good \"enough\"\n🎬", Noon.AddMilliseconds(123), version: 1_700_000_000_123);

        Assert.Null(await Stores.Ratings.FindAsync(rating.UserId, rating.MovieId));
        var etag = await Stores.Ratings.SaveAsync(rating, null);

        Assert.Equal(new Stored<ViewerRating>(rating, etag), await Stores.Ratings.FindAsync(rating.UserId, rating.MovieId));
        Assert.Null(await Stores.Ratings.FindAsync(NewUser(), rating.MovieId));
    }

    [Fact]
    public async Task Save_ManyAtOnce_OneWinsEachRound()
    {
        var rating = Rating(NewUser(), NewMovie());
        string? etag = null;
        for (var round = 0; round < 3; round++)
        {
            var (seen, version) = (etag, round + 1);
            Assert.Equal(1, await Winners(Enumerable.Range(1, 8).Select<int, Func<Task>>(i => () => Stores.Ratings.SaveAsync(rating with { Stars = i / 2.0, Version = version }, seen))));
            etag = (await Stores.Ratings.FindAsync(rating.UserId, rating.MovieId))!.ETag;
        }
    }

    [Fact]
    public async Task Save_Removed_LeavesAMarkThatNoListShows()
    {
        var (user, movie) = (NewUser(), NewMovie());
        var rating = Rating(user, movie, 4, "gone soon");
        var etag = await Stores.Ratings.SaveAsync(rating, null);
        await Stores.Ratings.SaveAsync(Rating(user, NewMovie()), null);
        var removed = rating.Remove(Noon.AddDays(1));
        await Stores.Ratings.SaveAsync(removed, etag);

        Assert.Equal(removed, (await Stores.Ratings.FindAsync(user, movie))!.Value);
        Assert.True(removed.Version > rating.Version);
        Assert.DoesNotContain(movie, (await Stores.Ratings.AllAsync(user)).Select(rated => rated.MovieId));
        foreach (var order in Enum.GetValues<RatingOrder>())
            Assert.DoesNotContain(movie, (await Stores.Ratings.ListAsync(user, order, new())).Items.Select(shown => shown.MovieId));
    }

    [Fact]
    public async Task Reviews_OfAViewer_AreTheLatestFirstWithoutTextlessAndRemovedOnes()
    {
        var user = NewUser();
        var written = Enumerable.Range(0, 7).Select(i => Rating(user, NewMovie(), 4, $"text {i}", Noon.AddMinutes(i / 2))).ToList();
        foreach (var rating in written) await Stores.Ratings.SaveAsync(rating, null);
        await Stores.Ratings.SaveAsync(Rating(user, NewMovie()), null);
        var removed = Rating(user, NewMovie(), 2, "gone");
        await Stores.Ratings.SaveAsync(removed.Remove(Noon), await Stores.Ratings.SaveAsync(removed, null));
        await Stores.Ratings.SaveAsync(Rating(NewUser(), NewMovie(), 2, "somebody else's"), null);

        Assert.Equal(
            written.OrderByDescending(rating => rating.RatedAt).ThenByDescending(rating => rating.MovieId),
            await Drain(page => Stores.Ratings.ReviewsAsync(user, page), 3));
    }

    [Fact]
    public async Task Find_RemovedLongAgo_IsForgottenAndVersionsStillGrow()
    {
        Assert.SkipWhen(Clock is null, "An account's time can't be moved.");
        var (user, movie, now) = (NewUser(), NewMovie(), Clock!.GetUtcNow());
        var kept = NewMovie();
        await Stores.Ratings.SaveAsync(Rating(user, kept), null);
        var removed = Rating(user, movie, version: ViewerRating.NextVersion(null, now)).Remove(now);
        await Stores.Ratings.SaveAsync(removed, null);

        Clock.Advance(TimeSpan.FromSeconds(Tombstones.RatingSeconds - 60));
        Assert.NotNull(await Stores.Ratings.FindAsync(user, movie));
        Clock.Advance(TimeSpan.FromSeconds(120));
        Assert.Null(await Stores.Ratings.FindAsync(user, movie));
        Assert.NotNull(await Stores.Ratings.FindAsync(user, kept));
        Assert.True(ViewerRating.NextVersion(null, Clock.GetUtcNow()) > removed.Version);
    }

    [Theory]
    [InlineData(RatingOrder.Newest)]
    [InlineData(RatingOrder.Oldest)]
    [InlineData(RatingOrder.Highest)]
    [InlineData(RatingOrder.Lowest)]
    [InlineData(RatingOrder.MovieId)]
    public async Task List_PageByPage_IsTheWholeListInOrder(RatingOrder order)
    {
        var user = NewUser();
        var random = new Random(7);
        // Few different times and stars: most are ties.
        var ratings = Enumerable.Range(0, 45).Select(_ => Rating(user, NewMovie(), random.Next(1, 11) / 2.0, at: Noon.AddMinutes(random.Next(5)))).ToList();
        foreach (var rating in ratings.OrderBy(_ => random.Next())) await Stores.Ratings.SaveAsync(rating, null);
        await Stores.Ratings.SaveAsync(Rating(NewUser(), NewMovie()), null);
        IEnumerable<ViewerRating> expected = order switch
        {
            RatingOrder.Newest => ratings.OrderByDescending(rating => rating.RatedAt).ThenByDescending(rating => rating.MovieId),
            RatingOrder.Oldest => ratings.OrderBy(rating => rating.RatedAt).ThenBy(rating => rating.MovieId),
            RatingOrder.Highest => ratings.OrderByDescending(rating => rating.Stars).ThenByDescending(rating => rating.MovieId),
            RatingOrder.Lowest => ratings.OrderBy(rating => rating.Stars).ThenBy(rating => rating.MovieId),
            _ => ratings.OrderBy(rating => rating.MovieId),
        };

        foreach (var limit in new[] { 7, 45, 200 })
            Assert.Equal(expected, await Drain(page => Stores.Ratings.ListAsync(user, order, page), limit));
    }

    [Fact]
    public async Task List_RatingsComeAndGoBetweenPages_NeitherRepeatsNorSkips()
    {
        var user = NewUser();
        var movies = Enumerable.Range(0, 10).Select(_ => NewMovie()).ToList();
        foreach (var (i, movie) in movies.Index()) await Stores.Ratings.SaveAsync(Rating(user, movie, at: Noon.AddMinutes(i)), null);

        var first = await Stores.Ratings.ListAsync(user, RatingOrder.Newest, new() { Limit = 4 });
        await Stores.Ratings.SaveAsync(Rating(user, NewMovie(), at: Noon.AddMinutes(99)), null);
        // The very item that the cursor stands behind goes.
        var last = await Stores.Ratings.FindAsync(user, movies[6]);
        await Stores.Ratings.SaveAsync(last!.Value.Remove(Noon.AddDays(1)), last.ETag);
        var rest = await Stores.Ratings.ListAsync(user, RatingOrder.Newest, new() { Limit = 20, Cursor = first.NextCursor });

        Assert.Equal([movies[9], movies[8], movies[7], movies[6]], first.Items.Select(rating => rating.MovieId));
        Assert.Equal(movies.Take(6).Reverse(), rest.Items.Select(rating => rating.MovieId));
        Assert.Null(rest.NextCursor);
    }

    [Fact]
    public async Task List_CursorOfAnotherListOrNone_IsRefused()
    {
        var user = NewUser();
        for (var i = 0; i < 3; i++) await Stores.Ratings.SaveAsync(Rating(user, NewMovie()), null);
        var newest = (await Stores.Ratings.ListAsync(user, RatingOrder.Newest, new() { Limit = 1 })).NextCursor!;

        foreach (var cursor in new[] { newest, "", "nonsense!", newest[..^3], Convert.ToBase64String("lowest\nNaN\n1"u8), new string('A', 5000) })
            await Assert.ThrowsAsync<InvalidCursorException>(() => Stores.Ratings.ListAsync(user, RatingOrder.Lowest, new() { Cursor = cursor }));
    }

    [Fact]
    public async Task All_OfAViewer_IsEveryRatingOnce()
    {
        var user = NewUser();
        var ratings = Enumerable.Range(1, 30).Select(i => Rating(user, NewMovie(), i % 10 / 2.0 + 0.5, "text", Noon.AddHours(i), i)).ToList();
        foreach (var rating in ratings) await Stores.Ratings.SaveAsync(rating, null);

        Assert.Equal(
            ratings.Select(rating => new RatedMovie(rating.MovieId, rating.Stars!.Value, rating.RatedAt, rating.Version)).OrderBy(rated => rated.MovieId),
            (await Stores.Ratings.AllAsync(user)).OrderBy(rated => rated.MovieId));
        Assert.Empty(await Stores.Ratings.AllAsync(NewUser()));
    }
}
