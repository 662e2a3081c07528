using Matinee.Engine.Models;
using Matinee.Engine.Ranking;

namespace Matinee.Engine.Tests.Ranking;

public sealed class CatalogueOrderTests
{
    const int Items = 700;
    const int Width = 6;

    static readonly float[] s_scores = Scores();
    static readonly CatalogueOrder s_order = Order();
    static readonly ListOptions s_options = new()
    {
        Seed = 99,
        Variety = 0.4,
        Pool = 120,
        Temperature = 1,
        Dials = new() { Popularity = -0.3, Recency = 0.5 },
        Excluded = ItemSet.Of([.. Enumerable.Range(0, Items).Where(item => item % 5 == 0)]),
    };

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(29)]
    [InlineData(30)]
    [InlineData(31)]
    [InlineData(119)]
    [InlineData(121)]
    [InlineData(1000)]
    public void Page_WalkedInAnySize_GivesEveryFilmLeftOnceInOneOrder(int size)
    {
        var walked = new List<Scored>();
        while (s_order.Page(s_scores, s_options, walked.Count, size) is { Length: > 0 } page)
        {
            Assert.True(page.Length == size || walked.Count + page.Length == Items * 4 / 5);
            walked.AddRange(page);
        }

        Assert.Equal(s_order.Page(s_scores, s_options, 0, int.MaxValue), walked);
        Assert.Equal(Enumerable.Range(0, Items).Where(item => item % 5 != 0), walked.Select(scored => scored.Item).Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(31)]
    [InlineData(150)]
    public void Next_NothingChanged_WalksTheSameOrder(int size)
    {
        var walked = new List<Scored>();
        while (s_order.Next(s_scores, s_options, Shown(walked), size) is { Length: > 0 } page) walked.AddRange(page);

        Assert.Equal(s_order.Page(s_scores, s_options, 0, int.MaxValue), walked);
    }

    [Fact]
    public void Next_ScoresAndExclusionsChangeBetweenPages_RepeatsNothingAndSkipsNothing()
    {
        var random = new Random(5);
        var (walked, gone) = (new List<Scored>(), new List<int>());
        while (true)
        {
            var scores = s_scores.Select(score => score + random.NextSingle()).ToArray();
            var options = s_options with { Excluded = s_options.Excluded.Union(ItemSet.Of([.. gone])), Seed = (ulong)random.Next() };
            var page = s_order.Next(scores, options, Shown(walked), 20);
            if (page.Length == 0) break;
            Assert.True(page.Length == 20 || walked.Count + page.Length + gone.Count >= Items * 4 / 5);
            walked.AddRange(page);
            // One of those not shown yet is rated elsewhere.
            var left = Enumerable.Range(0, Items).Except(walked.Select(one => one.Item)).Except(gone).Where(item => item % 5 != 0).ToList();
            if (left.Count > 0) gone.Add(left[random.Next(left.Count)]);
        }

        Assert.Equal(walked.Count, walked.DistinctBy(scored => scored.Item).Count());
        Assert.Equal(
            Enumerable.Range(0, Items).Where(item => item % 5 != 0), walked.Select(scored => scored.Item).Concat(gone).Order());
    }

    static ItemSet Shown(List<Scored> walked) => ItemSet.Of([.. walked.Select(scored => scored.Item)]);

    [Fact]
    public void Page_EveryStepOff_IsTheTopItself()
    {
        var plain = new ListOptions { Variety = 0, Temperature = 0 };

        Assert.Equal(TopItems.Of(s_scores, 300)[50..], s_order.Page(s_scores, plain, 50, 250));
    }

    [Fact]
    public void Page_EveryStepOn_IsTheStepsInTurn()
    {
        var (traits, similarity) = (Traits(), Similarity());
        var expected = s_scores.ToArray();
        traits.Apply(s_options.Dials, expected);
        var pool = Diversity.Pick(TopItems.Of(expected, 120, s_options.Excluded), 120, 0.4, similarity);
        SeededShuffle.Apply(pool, 99, 1);
        var rest = TopItems.Of(expected, 200, s_options.Excluded).Skip(120);

        var page = s_order.Page(s_scores, s_options, 0, 200);

        Assert.Equal(pool.Concat(rest).Select(scored => scored.Item), page.Select(scored => scored.Item));
    }

    [Fact]
    public void Page_OtherSeed_ChangesTheTopThirtyAlone()
    {
        var one = s_order.Page(s_scores, s_options, 0, 300);
        var other = s_order.Page(s_scores, s_options with { Seed = 100 }, 0, 300);

        Assert.NotEqual(one[..30], other[..30]);
        Assert.Equal(one[..30].Order(), other[..30].Order());
        Assert.Equal(one[30..], other[30..]);
    }

    [Fact]
    public void Page_DialsTurned_MovesFilmsButGivesTheScoresOfTheModel()
    {
        var page = s_order.Page(s_scores, s_options, 0, 100);

        Assert.All(page, scored => Assert.Equal(s_scores[scored.Item], scored.Score));
        Assert.NotEqual(
            s_order.Page(s_scores, s_options with { Dials = new() }, 0, 100).Select(scored => scored.Item),
            page.Select(scored => scored.Item));
    }

    [Fact]
    public void Page_FewAllowed_GivesThoseAlone()
    {
        var page = s_order.Page(s_scores, s_options with { Allowed = ItemSet.Of(1, 2, 5, 8) }, 0, 20);

        Assert.Equal([1, 2, 8], page.Select(scored => scored.Item).Order());
        Assert.Empty(s_order.Page(s_scores, s_options with { Allowed = ItemSet.Of(1, 2, 5, 8) }, 3, 20));
    }

    [Fact]
    public void Page_PastTheEndOrOfNothing_IsEmpty()
    {
        Assert.Empty(s_order.Page(s_scores, s_options, int.MaxValue, int.MaxValue));
        Assert.Empty(s_order.Page(s_scores, s_options, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => s_order.Page(s_scores, s_options, -1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => s_order.Page(s_scores, s_options, 0, -1));
    }

    static float[] Scores()
    {
        var random = new Random(41);
        return [.. Enumerable.Range(0, Items).Select(_ => random.Next(200) / 16f)];
    }

    static ItemTraits Traits()
    {
        var random = new Random(43);
        return ItemTraits.Of(
            [.. Enumerable.Range(0, Items).Select(_ => random.Next(10_000))],
            [.. Enumerable.Range(0, Items).Select(_ => 1930 + random.Next(95))]);
    }

    static ItemSimilarity Similarity()
    {
        var random = new Random(47);
        return ItemSimilarity.FromVectors(Enumerable.Range(0, Items * Width).Select(_ => random.NextSingle() - 0.4f).ToArray(), Width);
    }

    static CatalogueOrder Order() => new(Traits(), Similarity());
}
