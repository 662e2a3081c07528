using System.Numerics;
using Matinee.Azure.Cosmos;
using Matinee.Core.Ratings;

namespace Matinee.Contract.Tests.Feed;

/// <summary>Counts all over again, from the ratings alone and by other means, and compares with what the feed has written.</summary>
static class Recount
{
    public static async Task AgreesAsync(CosmosStores stores, RatingHistory history)
    {
        var hot = new Dictionary<(HotWindow, int), HotMovie>();
        foreach (var window in Enum.GetValues<HotWindow>())
        {
            foreach (var movie in await stores.HotMovies.AllAsync(window)) hot.Add((window, movie.MovieId), movie);
        }

        for (var movie = 0; movie < history.Movies; movie++)
        {
            var all = history.Current.Where(rating => rating.MovieId == movie).ToList();
            var ratings = all.Where(rating => !rating.IsRemoved).ToList();
            var ledger = await stores.Reviews.OpenAsync(movie, [.. all.Select(rating => rating.UserId)]);
            Assert.Equal(all.OrderBy(rating => rating.UserId), ledger.Applied.Values.Select(applied => applied.Value).OrderBy(rating => rating.UserId));
            Agrees(ratings, ledger.Stats);
            foreach (var window in Enum.GetValues<HotWindow>())
            {
                var found = hot.GetValueOrDefault((window, movie));
                Assert.Equal(ratings.Count > 0, found is not null);
                if (found is not null) Agrees(ratings, found, ledger.Stats.Revision);
            }

            var reviews = new List<ViewerRating>();
            for (string? cursor = null; ;)
            {
                var page = await stores.Reviews.ListAsync(movie, new() { Limit = 200, Cursor = cursor });
                reviews.AddRange(page.Items);
                if ((cursor = page.NextCursor) is null) break;
            }

            Assert.Equal(ratings.Where(rating => rating.Review is not null).OrderBy(rating => rating.UserId), reviews.OrderBy(rating => rating.UserId));
        }
    }

    public static void Agrees(IReadOnlyCollection<ViewerRating> ratings, MovieStats stats)
    {
        Assert.Equal(Enumerable.Range(1, 10).Select(level => ratings.Count(rating => rating.Stars == level / 2.0)), stats.Counts);
        Assert.Equal(ratings.Count(rating => rating.Review is not null), stats.Reviews);
        Assert.Equal(ratings.Aggregate(BigInteger.Zero, (sum, rating) => sum + Decay.Week.WeightOf(Day(rating))), stats.WeekSum);
        Assert.Equal(ratings.Aggregate(BigInteger.Zero, (sum, rating) => sum + Decay.Month.WeightOf(Day(rating))), stats.MonthSum);
        var days = ratings.Where(rating => Day(rating) > stats.NewestDay - MovieStats.RecentDays).GroupBy(Day).OrderBy(day => day.Key);
        Assert.Equal(days.Select(day => new DayCount(day.Key, day.Count(), (int)day.Sum(rating => rating.Stars * 2)!.Value)), stats.Recent);
    }

    static void Agrees(IReadOnlyCollection<ViewerRating> ratings, HotMovie hot, long revision)
    {
        Assert.Equal((revision, ratings.Count, (long)ratings.Sum(rating => rating.Stars * 2)!.Value), (hot.Revision, hot.Count, hot.HalvesSum));
        var (halfLife, length) = hot.Window switch { HotWindow.Week => (7, 7), HotWindow.Month => (30, 30), _ => (0, int.MaxValue) };
        if (halfLife == 0)
        {
            Assert.Equal(ratings.Count, hot.Score);
        }
        else
        {
            // With doubles and the newest rating as the landmark: nothing overflows, and what gets lost is too small to matter.
            var newest = ratings.Max(Day);
            var sum = ratings.Sum(rating => Math.Pow(2, (double)(Day(rating) - newest) / halfLife));
            Assert.Equal(1 + (double)newest / halfLife + Math.Log2(sum), hot.Score, 1e-6);
        }

        var today = (int)(RatingHistory.Now - Decay.Landmark).TotalDays;
        var within = ratings.Where(rating => Day(rating) > (long)today - length).ToList();
        var (count, mean) = hot.Within(RatingHistory.Now);
        Assert.Equal(within.Count, count);
        Assert.Equal(within.Count == 0 ? double.NaN : within.Average(rating => rating.Stars!.Value), mean ?? double.NaN, 1e-9);
    }

    static int Day(ViewerRating rating) => (int)(rating.RatedAt - Decay.Landmark).TotalDays;
}
