using Matinee.Core.Ratings;
using Matinee.Core.Stores;

namespace Matinee.Contract.Tests.Stores;

public sealed class ReviewsTestsInProcess(StoresInProcess stores) : ReviewsTests(stores), IClassFixture<StoresInProcess>;

public sealed class ReviewsTestsOverHttp(StoresOverHttp stores) : ReviewsTests(stores), IClassFixture<StoresOverHttp>;

public sealed class ReviewsTestsOnAccount(StoresOnAccount stores) : ReviewsTests(stores), IClassFixture<StoresOnAccount>;

public abstract class ReviewsTests(StoresFixture fixture) : StoreTests(fixture)
{
    [Fact]
    public async Task Open_UnknownMovie_IsEmpty()
    {
        var ledger = await Stores.Reviews.OpenAsync(NewMovie(), [NewUser()]);

        Assert.Equal((0, 0L, null), (ledger.Stats.Count, ledger.Stats.Revision, ledger.ETag));
        Assert.Empty(ledger.Applied);
    }

    [Fact]
    public async Task Commit_Update_IsThereAsAWhole()
    {
        var (movie, ann, bob) = (NewMovie(), NewUser(), NewUser());
        await Apply(Rating(ann, movie, 4.5, "Fine", Noon.AddDays(-400)), Rating(bob, movie, 0.5));
        await Apply(Rating(bob, movie, 2, at: Noon.AddDays(3), version: 2));

        var ledger = await Stores.Reviews.OpenAsync(movie, [ann, bob, NewUser(), "stats"]);
        var stats = await Stores.Reviews.StatsAsync(movie);

        Assert.Equal(Rating(ann, movie, 4.5, "Fine", Noon.AddDays(-400)), ledger.Applied[ann].Value);
        Assert.Equal(2, ledger.Applied[bob].Value.Version);
        Assert.Equal(2, ledger.Applied.Count);
        Assert.Equal((2, 13, 1, 2L), (stats.Count, (int)stats.HalvesSum, stats.Reviews, stats.Revision));
        Assert.Equal(Decay.Week.WeightOf(Decay.DayOf(Noon.AddDays(-400))) + Decay.Week.WeightOf(Decay.DayOf(Noon.AddDays(3))), stats.WeekSum);
        Assert.Equal(Decay.Month.WeightOf(Decay.DayOf(Noon.AddDays(-400))) + Decay.Month.WeightOf(Decay.DayOf(Noon.AddDays(3))), stats.MonthSum);
        Assert.Equal([new DayCount(Decay.DayOf(Noon.AddDays(3)), 1, 4)], stats.Recent);
    }

    [Fact]
    public async Task Commit_CountsHaveChanged_IsAConflictAndChangesNothing()
    {
        var (movie, ann, bob) = (NewMovie(), NewUser(), NewUser());
        var nothing = await Stores.Reviews.OpenAsync(movie, [ann]);
        await Apply(Rating(bob, movie));
        var one = await Stores.Reviews.OpenAsync(movie, [ann]);
        await Apply(Rating(bob, movie, 3, version: 2));

        await Assert.ThrowsAsync<ConflictException>(() => Stores.Reviews.CommitAsync(nothing.Apply([Rating(ann, movie)])));
        await Assert.ThrowsAsync<ConflictException>(() => Stores.Reviews.CommitAsync(one.Apply([Rating(ann, movie)])));
        var ledger = await Stores.Reviews.OpenAsync(movie, [ann, bob]);

        Assert.Equal([bob], ledger.Applied.Keys);
        Assert.Equal(1, ledger.Stats.Count);
    }

    [Fact]
    public async Task Commit_RatingReadBeforeAndCountsAfterAChange_IsAConflict()
    {
        var (movie, ann, bob) = (NewMovie(), NewUser(), NewUser());
        await Apply(Rating(ann, movie, 5), Rating(NewUser(), movie, 5));
        var before = await Stores.Reviews.OpenAsync(movie, [ann, bob]);
        await Apply(Rating(ann, movie, 1, version: 2), Rating(bob, movie, 2));
        var after = await Stores.Reviews.OpenAsync(movie, [ann, bob]);
        var torn = after with { Applied = before.Applied };

        await Assert.ThrowsAsync<ConflictException>(() => Stores.Reviews.CommitAsync(torn.Apply([Rating(ann, movie, 3, version: 3)])));
        await Assert.ThrowsAsync<ConflictException>(() => Stores.Reviews.CommitAsync(torn.Apply([Rating(bob, movie, 3, version: 3)])));
        Assert.Equal(after.Stats.Counts, (await Stores.Reviews.StatsAsync(movie)).Counts);
    }

    [Fact]
    public async Task Commit_ManyAtOnce_OneWins()
    {
        var movie = NewMovie();
        var ledger = await Stores.Reviews.OpenAsync(movie, []);

        Assert.Equal(1, await Winners(Enumerable.Range(0, 8).Select<int, Func<Task>>(_ => () => Stores.Reviews.CommitAsync(ledger.Apply([Rating(NewUser(), movie)])))));
        Assert.Equal(1, (await Stores.Reviews.StatsAsync(movie)).Count);
    }

    [Fact]
    public async Task Commit_AsManyAsAllowedWithLongTexts_Works()
    {
        var movie = NewMovie();
        var text = new string('ж', 2_000);
        var ratings = Enumerable.Range(0, IReviews.MaxUpdate).Select(_ => Rating(NewUser(), movie, 5, text)).ToArray();

        await Apply(ratings);

        Assert.Equal(IReviews.MaxUpdate, (await Stores.Reviews.StatsAsync(movie)).Reviews);
        Assert.Equal(IReviews.MaxUpdate, (await Stores.Reviews.OpenAsync(movie, [.. ratings.Select(rating => rating.UserId)])).Applied.Count);
    }

    [Fact]
    public async Task Commit_LargerThanATransaction_IsRefused()
    {
        var movie = NewMovie();
        var text = new string('x', 40_000);

        await Assert.ThrowsAsync<StoreRefusedException>(() => Apply([.. Enumerable.Range(0, 60).Select(_ => Rating(NewUser(), movie, 5, text))]));
        Assert.Equal(0, (await Stores.Reviews.StatsAsync(movie)).Count);
    }

    [Fact]
    public async Task List_RatingsWithText_AreTheLatestFirst()
    {
        var movie = NewMovie();
        var ratings = Enumerable.Range(0, 20).Select(i => Rating(NewUser(), movie, 3, i % 2 == 0 ? $"text {i}" : null, Noon.AddMinutes(i / 5))).ToList();
        await Apply([.. ratings]);
        var gone = ratings[4].Remove(Noon.AddDays(1));
        await Apply(gone);
        await Apply(Rating(NewUser(), NewMovie(), review: "elsewhere"));

        Assert.Equal(
            ratings.Where((rating, i) => i % 2 == 0 && i != 4).OrderByDescending(rating => rating.RatedAt).ThenByDescending(rating => rating.UserId, StringComparer.Ordinal),
            await Drain(page => Stores.Reviews.ListAsync(movie, page), 4));
    }

    [Fact]
    public async Task Open_RemovedLongAgo_IsForgottenLaterThanTheRatingItself()
    {
        Assert.SkipWhen(Clock is null, "An account's time can't be moved.");
        var (movie, ann) = (NewMovie(), NewUser());
        await Apply(Rating(ann, movie).Remove(Noon));

        Clock!.Advance(TimeSpan.FromSeconds(Tombstones.RatingSeconds + 60));
        Assert.True((await Stores.Reviews.OpenAsync(movie, [ann])).Applied[ann].Value.IsRemoved);
        Clock.Advance(TimeSpan.FromSeconds(Tombstones.ReviewSeconds - Tombstones.RatingSeconds));
        var ledger = await Stores.Reviews.OpenAsync(movie, [ann]);
        Assert.Empty(ledger.Applied);
        Assert.Equal(1, ledger.Stats.Revision);
    }

    async Task Apply(params ViewerRating[] ratings)
    {
        var ledger = await Stores.Reviews.OpenAsync(ratings[0].MovieId, [.. ratings.Select(rating => rating.UserId)]);
        await Stores.Reviews.CommitAsync(ledger.Apply(ratings));
    }
}
