using Matinee.Engine.Ranking;

namespace Matinee.Engine.Tests.Ranking;

[Trait("Road", "Either")]
public sealed class ItemTraitsTests
{
    static readonly double[] s_dials = [-1, -0.7, -0.2, 0, 0.1, 0.5, 1];

    [Fact]
    public void Apply_HandWorked_AddsDialTimesDeviations()
    {
        // log(1 + ratings) is 0, 1, 2 (times log 10), so z is -√1.5, 0, √1.5; the years' z the other way round.
        var traits = ItemTraits.Of([0, 9, 99], [2020, 2010, 2000]);
        float[] scores = [4, 2, 0]; // deviation √(8/3)
        var half = (float)(Math.Sqrt(8.0 / 3) * Math.Sqrt(1.5) / 2);

        var popular = Applied(traits, new Dials { Popularity = 0.5 }, scores);
        var recent = Applied(traits, new Dials { Recency = 0.5 }, scores);
        var both = Applied(traits, new Dials { Popularity = 0.5, Recency = 0.5 }, scores);

        Assert.Equal([4 - half, 2, half], popular, Close);
        Assert.Equal([4 + half, 2, -half], recent, Close);
        Assert.Equal(scores, both, Close);
    }

    [Fact]
    public void Apply_DialsAtZero_ChangesNoBit()
    {
        var traits = ItemTraits.Of([1, 2, 3, 4], [1990, 0, 2000, 2010]);
        float[] scores = [-0f, float.Epsilon, 1.1f, float.PositiveInfinity];

        var same = Applied(traits, new Dials(), scores);

        Assert.Equal(scores.Select(BitConverter.SingleToInt32Bits), same.Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void Apply_PopularityTurnedUp_TopNeverLosesPopularityInTotal()
    {
        var random = new Random(31);
        var ratings = Enumerable.Range(0, 500).Select(_ => (int)Math.Exp(random.NextDouble() * 10)).ToArray();
        var scores = Enumerable.Range(0, 500).Select(_ => random.NextSingle()).ToArray();
        var traits = ItemTraits.Of(ratings, new int[500]);

        foreach (var count in new[] { 1, 10, 100, 400 })
        {
            var totals = s_dials.Select(dial => TopItems.Of(Applied(traits, new Dials { Popularity = dial }, scores), count)
                .Sum(scored => Math.Log(1.0 + ratings[scored.Item]))).ToArray();
            Assert.Equal(totals.Order(), totals);
            Assert.True(totals[^1] > totals[0]);
        }
    }

    [Fact]
    public void Apply_FilmsAlikeInTheTrait_NeverChangePlaces()
    {
        var random = new Random(37);
        var years = Enumerable.Range(0, 300).Select(_ => 1950 + random.Next(8) * 10).ToArray();
        var scores = Enumerable.Range(0, 300).Select(_ => random.Next(50) / 8f).ToArray();
        var traits = ItemTraits.Of(new int[300], years);
        int[] Order(float[] values, int year) =>
            [.. TopItems.Of(values, 300).Select(scored => scored.Item).Where(item => years[item] == year)];

        foreach (var dial in s_dials)
        {
            var turned = Applied(traits, new Dials { Recency = dial }, scores);
            Assert.All(years.Distinct(), year => Assert.Equal(Order(scores, year), Order(turned, year)));
        }
    }

    [Fact]
    public void Apply_UnknownYears_StandInTheMiddle()
    {
        var traits = ItemTraits.Of([1, 1, 1, 1], [0, 1980, 2020, -1]);

        var recent = Applied(traits, new Dials { Recency = 1 }, [1, 2, 3, 4]);

        Assert.Equal(1, recent[0]);
        Assert.Equal(4, recent[3]);
        Assert.True(recent[1] < 2 && recent[2] > 3);
    }

    [Fact]
    public void Apply_AllFilmsAlikeOrAllScoresTheSame_ChangesNothing()
    {
        var dials = new Dials { Popularity = 1, Recency = -1 };

        Assert.Equal([1f, 2f], Applied(ItemTraits.Of([5, 5], [0, 0]), dials, [1, 2]));
        Assert.Equal([0.1f, 0.1f, 0.1f], Applied(ItemTraits.Of([5, 50, 500], [1, 2, 3]), dials, [0.1f, 0.1f, 0.1f]));
        Assert.Empty(Applied(ItemTraits.Of([], []), dials, []));
    }

    [Fact]
    public void Of_BadNumbers_IsRefused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => ItemTraits.Of([1, -1], [0, 0]));
        Assert.Contains("Film 1", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ItemTraits.Of([1, 1], [0]));
        Assert.Throws<ArgumentException>(() => ItemTraits.Of([1, 1], [0, 0]).Apply(new Dials { Recency = 1 }, new float[3]));
    }

    [Theory]
    [InlineData(-1.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Dials_OutOfRange_AreRefused(double dial)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Dials { Popularity = dial });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Dials { Recency = dial });
    }

    static bool Close(float x, float y) => Math.Abs(x - y) < 1e-5f;

    static float[] Applied(ItemTraits traits, Dials dials, float[] scores)
    {
        var copy = scores.ToArray();
        traits.Apply(dials, copy);
        return copy;
    }
}
