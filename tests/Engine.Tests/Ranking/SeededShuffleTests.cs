using Matinee.Engine.Models;
using Matinee.Engine.Ranking;

namespace Matinee.Engine.Tests.Ranking;

public sealed class SeededShuffleTests
{
    [Fact]
    public void Apply_LongList_KeepsTheSetOfTheTopAndAllBelow()
    {
        var list = List(100);

        var shuffled = Shuffled(list, 7, 1);

        Assert.Equal(30, SeededShuffle.Top);
        Assert.NotEqual(list[..30], shuffled[..30]);
        Assert.Equal(list[..30], shuffled[..30].Order());
        Assert.Equal(list[30..], shuffled[30..]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(29)]
    [InlineData(31)]
    public void Apply_AnyLength_IsAPermutation(int length)
    {
        var list = List(length);

        Assert.Equal(list, Shuffled(list, 3, 5).Order());
    }

    [Fact]
    public void Apply_SameSeed_SameOrderAndOtherSeedsOthers()
    {
        var list = List(30);

        Assert.Equal(Shuffled(list, 42, 1), Shuffled(list, 42, 1));
        var others = Enumerable.Range(0, 200).Select(seed => string.Join(' ', Items(Shuffled(list, (ulong)seed, 1))));
        Assert.Equal(200, others.Distinct().Count());
    }

    // Worked out by another program: a link that someone was sent must go on showing the same list.
    [Theory]
    [InlineData(42UL, new[] { 0, 14, 7, 21, 63, 35, 49, 42, 28, 56 })]
    [InlineData(43UL, new[] { 21, 14, 7, 0, 56, 35, 28, 42, 49, 63 })]
    public void Apply_KnownSeeds_GiveTheirPinnedOrders(ulong seed, int[] expected) =>
        Assert.Equal(expected, Items(Shuffled(List(10), seed, 1)));

    [Fact]
    public void Apply_TemperatureZeroOrTiny_LeavesTheOrderEvenOfADiversifiedList()
    {
        Scored[] list = [new(5, 9), new(1, 3), new(8, 7), new(2, 1)];

        Assert.Equal(list, Shuffled(list, 1, 0));
        Assert.Equal(list, Shuffled(list, 1, 1e-9));
    }

    [Fact]
    public void Apply_ManySeeds_FirstPlaceGoesBySoftmaxOfStandardisedScores()
    {
        Scored[] list = [new(4, 3), new(11, 2), new(6, 1)];
        const int Draws = 40_000;
        const double Temperature = 2;
        var firsts = new Dictionary<int, int> { [4] = 0, [11] = 0, [6] = 0 };
        for (var seed = 0UL; seed < Draws; seed++) firsts[Shuffled(list, seed, Temperature)[0].Item]++;

        // Scores 3, 2, 1 have mean 2 and deviation sqrt(2/3).
        var weights = new[] { 1, 0, -1 }.Select(above => Math.Exp(above / Math.Sqrt(2.0 / 3) / Temperature)).ToArray();
        for (var i = 0; i < 3; i++)
            Assert.Equal(weights[i] / weights.Sum(), firsts[list[i].Item] / (double)Draws, 0.01); // four standard errors
    }

    [Fact]
    public void Apply_OneFilmLeaves_TheOthersKeepTheirLuck()
    {
        var list = Enumerable.Range(0, 30).Select(item => new Scored(item * 3, 1f)).ToArray();

        var all = Items(Shuffled(list, 9, 1)).Where(item => item != 12);
        var without = Items(Shuffled([.. list.Where(scored => scored.Item != 12)], 9, 1));

        Assert.Equal(all, without);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(101)]
    [InlineData(double.NaN)]
    public void Apply_TemperatureOutOfRange_IsRefused(double temperature) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SeededShuffle.Apply(List(3), 1, temperature));

    static Scored[] List(int length) => [.. Enumerable.Range(0, length).Select(rank => new Scored(rank * 7, 100 - rank))];

    static IEnumerable<int> Items(Scored[] list) => list.Select(scored => scored.Item);

    static Scored[] Shuffled(Scored[] list, ulong seed, double temperature)
    {
        var copy = list.ToArray();
        SeededShuffle.Apply(copy, seed, temperature);
        return copy;
    }
}
