using Matinee.Core.Ratings;
using Matinee.Core.Stores;

namespace Matinee.Contract.Tests.Feed;

public sealed class MovieLedgerTests
{
    static readonly DateTimeOffset s_day = new(2025, 2, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Apply_WorkedExample_CountsByHand()
    {
        var ledger = Empty;
        ledger = Next(ledger, Of("ann", 4.5, 1), Of("bob", 0.5, 1, "no"), Of("eve", 4.5, 1, days: -100));
        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0, 2, 0], ledger.Stats.Counts);
        Assert.Equal((3, 19L, 1, 1L), (ledger.Stats.Count, ledger.Stats.HalvesSum, ledger.Stats.Reviews, ledger.Stats.Revision));
        Assert.Equal(19 / 6.0, ledger.Stats.MeanStars);
        var day = Decay.DayOf(s_day);
        Assert.Equal([new DayCount(day, 2, 10)], ledger.Stats.Recent);

        ledger = Next(ledger, Of("bob", 5, 2, days: 1), Of("ann", null, 2));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 1, 1], ledger.Stats.Counts);
        Assert.Equal((0, 2L), (ledger.Stats.Reviews, ledger.Stats.Revision));
        Assert.Equal([new DayCount(day + 1, 1, 10)], ledger.Stats.Recent);
        Assert.Equal(Decay.Week.WeightOf(day + 1) + Decay.Week.WeightOf(day - 100), ledger.Stats.WeekSum);
    }

    [Fact]
    public void Apply_SameOrOlderVersions_ChangesNothing()
    {
        var ledger = Next(Empty, Of("ann", 4, 5));

        var update = ledger.Apply([Of("ann", 4, 5), Of("ann", 1, 4), Of("ann", null, 3), Of("ann", 2, 5)]);

        Assert.True(update.IsEmpty);
        Assert.Same(ledger.Stats, update.Stats);
    }

    [Fact]
    public void Apply_RemovalBeforeWhatItRemoves_StaysRemoved()
    {
        var ledger = Next(Next(Empty, Of("ann", null, 2)), Of("ann", 5, 1));

        Assert.Equal(0, ledger.Stats.Count);
        Assert.True(ledger.Applied["ann"].Value.IsRemoved);
    }

    [Fact]
    public void Apply_SeveralVersionsAtOnce_IsAsTheLastAlone()
    {
        var all = Empty.Apply([Of("ann", 1, 1, "x"), Of("ann", 2, 3), Of("ann", 5, 2), Of("bob", 3, 1), Of("bob", null, 2)]);
        var last = Empty.Apply([Of("ann", 2, 3), Of("bob", null, 2)]);

        Assert.Equal(last.Applied, all.Applied);
        Assert.Equal(last.Stats.Counts, all.Stats.Counts);
        Assert.Equal((last.Stats.WeekSum, last.Stats.Reviews, last.Stats.Revision), (all.Stats.WeekSum, all.Stats.Reviews, all.Stats.Revision));
    }

    [Fact]
    public void Apply_RatingsOfThirtyDays_AreForgottenByDayAndKeptInTheSums()
    {
        var ledger = Empty;
        for (var i = 0; i < 60; i++) ledger = Next(ledger, Of($"user{i}", 3, 1, days: i));
        var newest = Decay.DayOf(s_day) + 59;
        Assert.Equal(Enumerable.Range(newest - 29, 30), ledger.Stats.Recent.Select(day => day.Day));

        // Taking back forgotten ones takes nothing from the days, and the newest going leaves its place empty.
        ledger = Next(ledger, Of("user0", null, 2), Of("user59", null, 2));
        Assert.Equal(Enumerable.Range(newest - 29, 29), ledger.Stats.Recent.Select(day => day.Day));
        Assert.Equal(58, ledger.Stats.Count);
        for (var i = 1; i < 59; i++) ledger = Next(ledger, Of($"user{i}", null, 2));
        Assert.True(ledger.Stats is { WeekSum.IsZero: true, MonthSum.IsZero: true, Count: 0, MeanStars: null });
        Assert.Empty(ledger.Stats.Recent);
    }

    [Fact]
    public void TakeBack_NeverAdded_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => MovieStats.Empty.Add(new(4, 100, false)).TakeBack(new(5, 100, false)));

    [Fact]
    public void Apply_RandomHistories_AgreeWithARecount()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var history = new RatingHistory(seed, users: 40, movies: 1);
            var ledger = Empty;
            for (var i = 0; i < 400; i++) ledger = Next(ledger, history.Next());
            Recount.Agrees([.. history.Current.Where(rating => !rating.IsRemoved)], ledger.Stats);
        }
    }

    static MovieLedger Empty => new(0, MovieStats.Empty, null, new Dictionary<string, Stored<ViewerRating>>());

    static MovieLedger Next(MovieLedger ledger, params ViewerRating[] ratings)
    {
        var update = ledger.Apply(ratings);
        var applied = ledger.Applied.ToDictionary();
        foreach (var (rating, _) in update.Applied) applied[rating.UserId] = new(rating, $"{rating.Version}");
        return ledger with { Stats = update.Stats, Applied = applied };
    }

    static ViewerRating Of(string user, double? stars, long version, string? review = null, int days = 0) =>
        new() { UserId = user, MovieId = 0, Stars = stars, Review = review, RatedAt = s_day.AddDays(days), Version = version };
}
