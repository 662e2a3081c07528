using Matinee.Core.Ratings;

namespace Matinee.Local.Tests.Core;

public class MovieStatsImportTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 40)]
    [InlineData(3, 5000)]
    public void Of_ManyVotes_IsWhatAddingThemOneByOneGives(int seed, int count)
    {
        var votes = Votes(seed, count);
        var expected = votes.Aggregate(MovieStats.Empty, (stats, vote) => stats.Add(vote));
        AssertSame(expected, Sum(votes));
    }

    [Fact]
    public void WithImport_AmongViewersRatings_AddsAndReplacesAndRestores()
    {
        var (own, first, second, later) = (Votes(4, 30), Votes(5, 300), Votes(6, 200), Votes(7, 20));
        var before = own.Aggregate(MovieStats.Empty, (stats, vote) => stats.Add(vote));
        var imported = before.WithImport("ml", Sum(first));
        AssertSame(own.Concat(first).Aggregate(MovieStats.Empty, (stats, vote) => stats.Add(vote)), imported);

        // Viewers go on rating; the source is imported anew; a viewer takes back.
        var rated = later.Aggregate(imported, (stats, vote) => stats.Add(vote));
        var replaced = rated.WithImport("ml", Sum(second)).TakeBack(own[0]);
        var expected = own.Skip(1).Concat(later).Concat(second).Aggregate(MovieStats.Empty, (stats, vote) => stats.Add(vote));
        Assert.Equal(expected.Counts, replaced.Counts);
        Assert.Equal((expected.MonthSum, expected.WeekSum), (replaced.MonthSum, replaced.WeekSum));
        var gone = replaced.WithImport("ml", MovieStats.Empty);
        Assert.Equal(own.Skip(1).Concat(later).Aggregate(MovieStats.Empty, (stats, vote) => stats.Add(vote)).MonthSum, gone.MonthSum);
        Assert.Empty(gone.Imports);
    }

    [Fact]
    public void WithImport_TheSameOnceMore_IsTheVerySameCounts()
    {
        var stats = MovieStats.Empty.WithImport("ml", Sum(Votes(8, 100)));
        Assert.Same(stats, stats.WithImport("ml", Sum(Votes(8, 100))));
        Assert.Equal(1, stats.Revision);
        Assert.Equal(200, stats.WithImport("other", Sum(Votes(8, 100))).Count);
    }

    static List<Vote> Votes(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new Vote(random.Next(1, 11), random.Next(3) == 0 ? 11000 - random.Next(60) : random.Next(11000), false))];
    }

    static MovieStats Sum(List<Vote> votes) => MovieStats.Of(
        [.. Enumerable.Range(1, 10).Select(halves => votes.Count(vote => vote.Halves == halves))],
        [.. votes.GroupBy(vote => vote.Day).OrderBy(day => day.Key).Select(day => new DayCount(day.Key, day.Count(), day.Sum(vote => vote.Halves)))],
        0);

    static void AssertSame(MovieStats expected, MovieStats actual)
    {
        Assert.Equal(expected.Counts, actual.Counts);
        Assert.Equal((expected.MonthSum, expected.WeekSum, expected.NewestDay), (actual.MonthSum, actual.WeekSum, actual.NewestDay));
        Assert.Equal(expected.Recent, actual.Recent);
    }
}
