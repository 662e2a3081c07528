using Matinee.Engine.Models;
using Matinee.Engine.Ranking;

namespace Matinee.Engine.Tests.Ranking;

[Trait("Road", "Either")]
public sealed class DiversityTests
{
    // Film 1 is a twin of film 0; film 2 has nothing in common with either.
    static readonly ItemSimilarity s_twins = ItemSimilarity.From((a, b) => a + b == 1 ? 1 : 0);

    [Theory]
    [InlineData(0, new[] { 0, 1, 2 })]
    [InlineData(0.4, new[] { 0, 1, 2 })] // 0.6 * 0.8 - 0.4 = 0.08 for the twin, 0 for the other
    [InlineData(0.45, new[] { 0, 2, 1 })] // 0.55 * 0.8 - 0.45 = -0.01
    [InlineData(1, new[] { 0, 2, 1 })]
    public void Pick_HandWorked_TradesScoreForDifferenceAsStated(double variety, int[] expected)
    {
        Scored[] pool = [new(0, 10), new(1, 9), new(2, 5)];

        Assert.Equal(expected, Diversity.Pick(pool, 3, variety, s_twins).Select(scored => scored.Item));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(1)]
    public void Pick_Vectors_EqualsTheNaiveGreedy(double variety)
    {
        var random = new Random(17);
        for (var round = 0; round < 30; round++)
        {
            var (items, width) = (random.Next(1, 120), random.Next(1, 20));
            var vectors = Enumerable.Range(0, items * width).Select(_ => random.NextSingle() - 0.5f).ToArray();
            var pool = Enumerable.Range(0, items).Where(_ => random.Next(4) > 0)
                .Select(item => new Scored(item, random.Next(-8, 8))).Order().ToArray();
            var count = random.Next(0, items + 5);
            var similarity = ItemSimilarity.FromVectors(vectors, width);

            var picked = Diversity.Pick(pool, count, variety, similarity);

            Assert.Equal(Naive(pool, count, variety, similarity), picked);
        }
    }

    [Fact]
    public void Pick_NoVariety_LeavesThePoolWithoutAskingForSimilarities()
    {
        Scored[] pool = [new(4, 3), new(2, float.PositiveInfinity), new(9, 1)];
        var unasked = ItemSimilarity.From((_, _) => throw new InvalidOperationException("asked"));

        Assert.Equal(pool[..2], Diversity.Pick(pool, 2, 0, unasked));
    }

    [Fact]
    public void Pick_MoreVariety_NeverMoreAlike()
    {
        var random = new Random(23);
        var vectors = Enumerable.Range(0, 200 * 8).Select(_ => random.NextSingle() - 0.5f).ToArray();
        var similarity = ItemSimilarity.FromVectors(vectors, 8);
        var pool = Enumerable.Range(0, 200).Select(item => new Scored(item, random.NextSingle())).Order().ToArray();

        var alike = new[] { 0, 0.25, 0.5, 0.75 }
            .Select(variety => MeanSimilarity(Diversity.Pick(pool, 20, variety, similarity), similarity)).ToArray();

        Assert.Equal(alike.OrderDescending(), alike);
        Assert.True(alike[^1] < alike[0] - 0.05, $"{alike[0]} to {alike[^1]}");
    }

    [Fact]
    public void Pick_BadNumbers_NamesThem()
    {
        Scored[] pool = [new(7, 2), new(3, 1)];
        var odd = ItemSimilarity.From((_, _) => float.NaN);

        var similarity = Assert.Throws<ArgumentException>(() => Diversity.Pick(pool, 2, 0.5, odd));
        Assert.Contains("films 7 and 3 is NaN", similarity.Message, StringComparison.Ordinal);
        var score = Assert.Throws<ArgumentException>(() => Diversity.Pick([new(7, 2), new(3, float.NegativeInfinity)], 2, 0.5, s_twins));
        Assert.Contains("film 3 is -", score.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Diversity.Pick(pool, 2, 1.01, s_twins));
        Assert.Throws<ArgumentOutOfRangeException>(() => Diversity.Pick(pool, 2, double.NaN, s_twins));
        Assert.Throws<ArgumentOutOfRangeException>(() => Diversity.Pick(pool, -1, 0.5, s_twins));
    }

    [Fact]
    public void FromVectors_HandWorked_IsTheCosine()
    {
        var similarity = ItemSimilarity.FromVectors(new float[] { 3, 4, 4, 3, -6, -8, 0, 0 }, 2);
        var between = new float[4];

        similarity.Between(0, [0, 1, 2, 3], between);

        Assert.Equal([1, 0.96f, -1, 0], between.Select(value => MathF.Round(value, 5)));
    }

    [Fact]
    public void FromVectors_NoWholeRowsOrNotFinite_SaysSo()
    {
        Assert.Throws<ArgumentException>(() => ItemSimilarity.FromVectors(new float[7], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ItemSimilarity.FromVectors(new float[7], 0));
        var error = Assert.Throws<ArgumentException>(() => ItemSimilarity.FromVectors(new float[] { 1, 2, float.NaN, 0 }, 2));
        Assert.Contains("film 1", error.Message, StringComparison.Ordinal);
    }

    static double MeanSimilarity(Scored[] list, ItemSimilarity similarity) =>
        list.SelectMany((a, i) => list[..i].Select(b => (double)Between(similarity, a.Item, b.Item))).Average();

    static float Between(ItemSimilarity similarity, int a, int b)
    {
        var one = new float[1];
        similarity.Between(a, [b], one);
        return one[0];
    }

    static List<Scored> Naive(Scored[] pool, int count, double variety, ItemSimilarity similarity)
    {
        var (left, picked) = (pool.ToList(), new List<Scored>());
        if (pool.Length == 0) return picked;
        var (low, high) = (pool.Min(scored => scored.Score), pool.Max(scored => scored.Score));
        double Merit(Scored scored)
        {
            var relevance = high > low ? ((double)scored.Score - low) / ((double)high - low) : 0;
            var nearest = picked.Count == 0 ? 0 : picked.Max(other => Between(similarity, other.Item, scored.Item));
            return ((1 - variety) * relevance) - (variety * nearest);
        }

        while (picked.Count < count && left.Count > 0)
        {
            var next = picked.Count == 0 ? left[0] : left.MaxBy(Merit);
            picked.Add(next);
            left.Remove(next);
        }

        return picked;
    }
}
