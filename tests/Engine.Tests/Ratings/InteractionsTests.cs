using Matinee.Engine.Ratings;

namespace Matinee.Engine.Tests.Ratings;

public sealed class InteractionsTests
{
    [Fact]
    public void From_SparseIdsInAnyOrder_ReadsByUserAndByItem()
    {
        var set = Interactions.From([new(70, 9000, 4.5f, 30), new(5, 12, 1f, 10), new(70, 12, 3f, 20)]);

        Assert.Equal([5, 70], set.Users.Ids.ToArray());
        Assert.Equal([12, 9000], set.Items.Ids.ToArray());
        var row = set.OfUser(set.Users.IndexOf(70));
        Assert.Equal([0, 1], row.Others.ToArray());
        Assert.Equal(4.5f, row.StarsAt(1));
        Assert.Equal(30u, row.Times[1]);
        var item = set.OfItem(set.Items.IndexOf(12));
        Assert.Equal([0, 1], item.Others.ToArray());
        Assert.Equal([2, 6], item.Halves.ToArray());
        Assert.Equal([10u, 20u], item.Times.ToArray());
        Assert.Equal((4.5f + 1 + 3) / 3, set.MeanStars, 1e-6f);
        Assert.Equal(30u, set.LatestTime);
    }

    [Fact]
    public void From_Duplicates_LatestWinsAndLaterRowWhereTimesAreEqual()
    {
        var set = Interactions.From(
        [
            new(1, 1, 1f, 50), new(1, 2, 2f, 10), new(1, 1, 5f, 20), new(2, 1, 3f, 7), new(2, 1, 4f, 7), new(1, 2, 2.5f, 11),
        ]);

        Assert.Equal(3, set.Count);
        Assert.Equal([new(1, 1, 1f, 50), new(1, 2, 2.5f, 11), new(2, 1, 4f, 7)], set.All());
    }

    [Fact]
    public void From_NoRows_IsEmptyAndCalm()
    {
        var set = Interactions.From([]);

        Assert.Equal(0, set.Count);
        Assert.Equal(Stars.Middle, set.MeanStars);
        Assert.Empty(set.All());
        Assert.Equal(-1, set.Users.IndexOf(0));
    }

    [Theory]
    [InlineData(-1, 1, 3f, 0L, "user id -1")]
    [InlineData(1, -7, 3f, 0L, "item id -7")]
    [InlineData(1, 1, float.NaN, 0L, "NaN stars")]
    [InlineData(1, 1, 0f, 0L, "0 stars")]
    [InlineData(1, 1, 5.5f, 0L, "5.5 stars")]
    [InlineData(1, 1, 3.7f, 0L, "3.7 stars")]
    [InlineData(1, 1, float.PositiveInfinity, 0L, "stars")]
    [InlineData(1, 1, 3f, -1L, "time -1")]
    [InlineData(1, 1, 3f, 5_000_000_000L, "time 5000000000")]
    public void From_BadRow_NamesRowAndValue(int user, int item, float stars, long time, string named)
    {
        var error = Assert.Throws<InvalidRatingException>(() => Interactions.From([new(1, 1, 3f, 0), new(user, item, stars, time)]));

        Assert.Equal(1, error.Row);
        Assert.Contains("Row 1", error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void From_ManyRandomRows_EqualsADictionary()
    {
        var random = new Random(7);
        var rows = Enumerable.Range(0, 600_000)
            .Select(_ => new Rating(random.Next(3000), random.Next(400) * 1000, random.Next(1, 11) / 2f, random.Next(100)))
            .ToList();
        var expected = new SortedDictionary<(int, int), Rating>();
        foreach (var row in rows)
        {
            if (!expected.TryGetValue((row.User, row.Item), out var old) || row.Time >= old.Time) expected[(row.User, row.Item)] = row;
        }

        var set = Interactions.From(rows);

        Assert.Equal(expected.Values, set.All());
        var byItem = Enumerable.Range(0, set.Items.Count).Sum(item => set.OfItem(item).Count);
        Assert.Equal(set.Count, byItem);
    }
}
