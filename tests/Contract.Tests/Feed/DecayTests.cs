using System.Numerics;
using Matinee.Core.Ratings;

namespace Matinee.Contract.Tests.Feed;

public sealed class DecayTests
{
    public static TheoryData<int> HalfLives => [7, 30];

    [Theory]
    [MemberData(nameof(HalfLives))]
    public void WeightOf_OneHalfLifeLater_IsExactlyTwice(int halfLife)
    {
        for (var day = 0; day < 20_000; day += 37) Assert.Equal(2 * Of(halfLife).WeightOf(day), Of(halfLife).WeightOf(day + halfLife));
    }

    [Theory]
    [MemberData(nameof(HalfLives))]
    public void ScoreOf_OneRating_IsItsAgeInHalfLives(int halfLife)
    {
        // 1995 to 2060: doubles would overflow at a score of 1024.
        for (var day = 0; day < 23_000; day += 11) Assert.Equal(1 + (double)day / halfLife, Decay.ScoreOf(Of(halfLife).WeightOf(day)), 1e-8);
    }

    [Fact]
    public void ScoreOf_Nothing_IsBelowAnyRating()
    {
        Assert.Equal(0, Decay.ScoreOf(BigInteger.Zero));
        Assert.True(Decay.ScoreOf(Decay.Week.WeightOf(0)) > 0.5);
        Assert.Equal(0, Decay.Week.CountAt(0, Decay.Landmark.AddYears(30)));
    }

    [Fact]
    public void ScoreOf_TwiceAsManyRatings_IsOneMore()
    {
        var (few, many) = (100 * Decay.Week.WeightOf(11_000), 200 * Decay.Week.WeightOf(11_000));

        Assert.Equal(Decay.ScoreOf(few) + 1, Decay.ScoreOf(many), 1e-9);
    }

    [Fact]
    public void CountAt_AWeekLater_IsHalf()
    {
        var day = Decay.Landmark.AddDays(11_375);
        var score = Decay.ScoreOf(40 * Decay.Week.WeightOf(Decay.DayOf(day)));

        Assert.Equal(40, Decay.Week.CountAt(score, day), 1e-6);
        Assert.Equal(20, Decay.Week.CountAt(score, day.AddDays(7)), 1e-6);
        Assert.Equal(10, Decay.Week.CountAt(score, day.AddDays(14)), 1e-6);
    }

    [Fact]
    public void Sum_AfterYearsOfAddingAndTakingBack_IsExact()
    {
        var random = new Random(3);
        var days = Enumerable.Range(0, 5_000).Select(_ => random.Next(20_000)).ToList();
        var sum = days.Aggregate(BigInteger.Zero, (all, day) => all + Decay.Week.WeightOf(day));
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(days));

        Assert.Equal(BigInteger.Zero, days.Aggregate(sum, (all, day) => all - Decay.Week.WeightOf(day)));
    }

    [Theory]
    [InlineData("1995-01-01T00:00:00Z", 0)]
    [InlineData("1995-01-01T23:59:59Z", 0)]
    [InlineData("1995-01-02T01:00:00+02:00", 0)]
    [InlineData("1996-01-01T00:00:00Z", 365)]
    [InlineData("1970-01-01T00:00:00Z", 0)]
    public void DayOf_Time_IsTheDayInUtc(string time, int day) => Assert.Equal(day, Decay.DayOf(DateTimeOffset.Parse(time)));

    static Decay Of(int halfLife) => halfLife == 7 ? Decay.Week : Decay.Month;
}
