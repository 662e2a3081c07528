using Matinee.Engine.Ranking;

namespace Matinee.Engine.Tests.Ranking;

public sealed class ItemSetTests
{
    [Fact]
    public void Of_AnyOrderWithRepeatsAndUnknown_HoldsEachKnownOnce()
    {
        var set = ItemSet.Of(64, 3, -1, 127, 3, 0, 63);

        Assert.Equal(5, set.Count);
        Assert.Equal([0, 3, 63, 64, 127], Enumerable.Range(-2, 400).Where(set.Contains));
        Assert.False(set.Contains(int.MaxValue));
        Assert.False(set.Contains(int.MinValue));
    }

    [Fact]
    public void Of_NothingKnown_IsEmpty()
    {
        Assert.Equal(0, ItemSet.Of().Count);
        Assert.Equal(0, ItemSet.Of(-1, -5).Count);
        Assert.False(ItemSet.Empty.Contains(0));
    }

    [Theory]
    [InlineData(new[] { 1, 200 }, new[] { 2, 1 }, new[] { 1, 2, 200 })]
    [InlineData(new[] { 2, 1 }, new[] { 1, 200 }, new[] { 1, 2, 200 })]
    [InlineData(new int[0], new[] { 7 }, new[] { 7 })]
    public void Union_OfTwo_HoldsEitherAndChangesNeither(int[] left, int[] right, int[] expected)
    {
        var (a, b) = (ItemSet.Of(left), ItemSet.Of(right));

        var union = a.Union(b);

        Assert.Equal(expected, Enumerable.Range(0, 300).Where(union.Contains));
        Assert.Equal(expected.Length, union.Count);
        Assert.Equal(left.Length, a.Count);
        Assert.Equal(right.Length, b.Count);
    }

    [Fact]
    public void Intersect_OfSetsOfAnyLength_HasWhatBothHave()
    {
        var (few, many) = (ItemSet.Of(1, 5, 64), ItemSet.Of(5, 64, 700));

        foreach (var both in (ItemSet[])[few.Intersect(many), many.Intersect(few)])
        {
            Assert.Equal(2, both.Count);
            Assert.Equal([5, 64], Enumerable.Range(0, 1000).Where(both.Contains));
        }

        Assert.Equal(0, few.Intersect(ItemSet.Empty).Count);
    }
}
