using Matinee.Engine.Numerics;
using Matinee.Engine.Statistics;

namespace Matinee.Engine.Tests.Statistics;

public sealed class AdjustedRandTests
{
    [Fact]
    public void Of_SixThingsByHand_IsTheTextbookValue()
    {
        // Contingency 2 1 | 0 3: pairs together 1 + 3 = 4, rows 3 + 3 = 6, columns 1 + 6 = 7, of 15; (4 − 2.8) / (6.5 − 2.8).
        Assert.Equal(1.2 / 3.7, AdjustedRand.Of([0, 0, 0, 1, 1, 1], [5, 5, 9, 9, 9, 9]), 1e-12);
    }

    [Fact]
    public void Of_SameDivisionUnderOtherNames_IsOne()
    {
        Assert.Equal(1, AdjustedRand.Of([0, 0, 1, 2, 2], [7, 7, 3, 0, 0]));
        Assert.Equal(1, AdjustedRand.Of([4, 4, 4], [1, 1, 1]));
        Assert.Equal(1, AdjustedRand.Of([], []));
    }

    [Fact]
    public void Of_LabelsByChance_IsAboutZero()
    {
        var random = new SeededRandom(1);
        var (one, other) = (new int[20_000], new int[20_000]);
        for (var i = 0; i < one.Length; i++) (one[i], other[i]) = (random.Next(5), random.Next(7));

        Assert.Equal(0, AdjustedRand.Of(one, other), 0.002);
    }

    [Fact]
    public void Of_LengthsThatDoNotMatch_IsRefused() => Assert.Throws<ArgumentException>(() => AdjustedRand.Of([1], [1, 2]));
}
