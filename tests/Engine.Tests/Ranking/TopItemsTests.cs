using Matinee.Engine.Models;
using Matinee.Engine.Ranking;

namespace Matinee.Engine.Tests.Ranking;

[Trait("Road", "Either")]
public sealed class TopItemsTests
{
    [Fact]
    public void Of_HandWorked_IsDescendingWithTiesByAscendingFilm()
    {
        float[] scores = [0.5f, 2f, -1f, 2f, 0.5f, 9f];

        Assert.Equal([new(5, 9f), new(1, 2f), new(3, 2f), new(0, 0.5f)], TopItems.Of(scores, 4));
    }

    [Fact]
    public void Of_ManyRandomCases_EqualsSortingEverything()
    {
        var random = new Random(11);
        for (var round = 0; round < 600; round++)
        {
            var items = random.Next(0, 300);
            var levels = random.Next(1, 60); // few levels make many ties
            var scores = Enumerable.Range(0, items).Select(_ => (random.Next(levels) - (levels / 2)) * 0.25f).ToArray();
            if (round % 3 == 1) Array.Sort(scores);
            var excluded = round % 2 == 0 ? null : Some(random, items);
            var allowed = round % 5 < 3 ? null : Some(random, items);
            var count = random.Next(0, items + 20);

            var top = TopItems.Of(scores, count, SetOf(excluded), SetOf(allowed));

            Assert.Equal(Naive(scores, count, excluded, allowed), top);
        }
    }

    [Fact]
    public void Of_BestOnesExcluded_RefillsToTheNumberAskedFor()
    {
        var scores = Enumerable.Range(0, 1000).Select(item => (float)item).ToArray();
        var excluded = ItemSet.Of([.. Enumerable.Range(500, 500)]);

        var top = TopItems.Of(scores, 100, excluded);

        Assert.Equal(Enumerable.Range(0, 100).Select(rank => 499 - rank), top.Select(scored => scored.Item));
    }

    [Fact]
    public void Of_FewerLeftThanAskedFor_GivesAllThatAreLeft()
    {
        var top = TopItems.Of([1f, 2f, 3f, 4f], 100, ItemSet.Of(3), ItemSet.Of(0, 2, 3, 50));

        Assert.Equal([new(2, 3f), new(0, 1f)], top);
    }

    [Fact]
    public void Of_AllExcludedOrNoneAllowedOrNothingAskedFor_IsEmpty()
    {
        Assert.Empty(TopItems.Of([1f, 2f], 5, ItemSet.Of(0, 1)));
        Assert.Empty(TopItems.Of([1f, 2f], 5, allowed: ItemSet.Empty));
        Assert.Empty(TopItems.Of([1f, 2f], 0));
        Assert.Empty(TopItems.Of([], 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => TopItems.Of([1f], -1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(40)]
    public void Of_ZerosInfinitiesAndNaN_OrderAsScoredDoes(int count)
    {
        float[] odd =
        [
            float.NaN, -0f, 0f, float.NegativeInfinity, float.PositiveInfinity, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue,
        ];
        var random = new Random(5);
        var scores = Enumerable.Range(0, 40).Select(_ => odd[random.Next(odd.Length)]).ToArray();

        var top = TopItems.Of(scores, count);

        var expected = Naive(scores, count, null, null);
        Assert.Equal(expected.Select(scored => scored.Item), top.Select(scored => scored.Item));
        Assert.Equal(
            expected.Select(scored => BitConverter.SingleToInt32Bits(scored.Score)),
            top.Select(scored => BitConverter.SingleToInt32Bits(scored.Score)));
    }

    [Fact]
    public void Of_AllNaNThenNumbers_NumbersDisplaceThem()
    {
        var scores = new float[64];
        Array.Fill(scores, float.NaN);
        scores[60] = -3f;
        scores[33] = 1f;

        Assert.Equal([33, 60, 0, 1], TopItems.Of(scores, 4).Select(scored => scored.Item));
    }

    [Fact]
    public void Of_Viewer_EqualsItsScores()
    {
        var random = new Random(3);
        var scores = Enumerable.Range(0, 5000).Select(_ => random.NextSingle()).ToArray();
        var excluded = ItemSet.Of([.. Enumerable.Range(0, 5000).Where(item => item % 3 == 0)]);

        Assert.Equal(TopItems.Of(scores, 50, excluded), TopItems.Of(new FixedViewer(scores), scores.Length, 50, excluded));
    }

    [Fact]
    public void Of_WarmedUp_AllocatesTheListAlone()
    {
        var scores = Enumerable.Range(0, 200_000).Select(item => (float)item).ToArray();
        var viewer = new FixedViewer(scores);
        TopItems.Of(viewer, scores.Length, 100);

        var before = GC.GetAllocatedBytesForCurrentThread();
        TopItems.Of(viewer, scores.Length, 100);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 100 * 8, 2000);
    }

    static ItemSet? SetOf(int[]? items) => items is null ? null : ItemSet.Of(items);

    static int[] Some(Random random, int items) => [.. Enumerable.Range(0, items).Where(_ => random.Next(2) == 0)];

    static Scored[] Naive(float[] scores, int count, int[]? excluded, int[]? allowed) =>
        [.. scores.Select((score, item) => new Scored(item, score))
            .Where(scored => excluded?.Contains(scored.Item) != true && allowed?.Contains(scored.Item) != false)
            .Order().Take(count)];
}
