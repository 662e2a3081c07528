using Matinee.Engine.Ratings;

namespace Matinee.Engine.Tests.Models;

// Asking: single and in batches, for what is not there, and for what is alike.
public abstract partial class ModelContract
{
    static readonly int[] s_unknown = [-1, int.MinValue, int.MaxValue];

    [Fact]
    public void Score_SingleSomeAndAll_AgreeToTheLastBit()
    {
        foreach (var own in new OwnRating[][] { [], OwnOf(0), OwnOf(77) })
        {
            var viewer = OfCommunity.FoldIn(own);
            var all = Scores(OfCommunity, viewer);
            var single = Enumerable.Range(0, all.Length).Select(viewer.Score).ToArray();
            AssertSameBits(single, all, $"All films at once, {own.Length} own ratings");

            // Out of order, with a repeat, unknown films between: a batch is no more than its singles.
            int[] some = [all.Length - 1, 3, -1, 0, 3, all.Length, 41];
            var batch = new float[some.Length];
            viewer.Score(some, batch);
            AssertSameBits([.. some.Select(viewer.Score)], batch, $"Some films at once, {own.Length} own ratings");
        }
    }

    [Fact]
    public void ScoreAll_FromSeveralThreads_SaysTheSame()
    {
        var viewer = OfCommunity.FoldIn(OwnOf(5));
        var expected = Scores(OfCommunity, viewer);
        var answers = new float[8][];

        Parallel.For(0, answers.Length, i => answers[i] = Scores(OfCommunity, viewer));

        Assert.All(answers, answer => AssertSameBits(expected, answer, "One viewer asked by several threads"));
    }

    [Fact]
    public void Score_LengthsThatDoNotMatch_AreRefused()
    {
        var viewer = OfCommunity.FoldIn([]);
        var count = OfCommunity.Items.Count;

        Assert.ThrowsAny<ArgumentException>(() => viewer.ScoreAll(new float[count - 1]));
        Assert.ThrowsAny<ArgumentException>(() => viewer.ScoreAll(new float[count + 1]));
        Assert.ThrowsAny<ArgumentException>(() => viewer.Score([1, 2, 3], new float[2]));
    }

    [Fact]
    public void Score_UnknownFilms_GetOneNeutralScore()
    {
        var viewer = OfCommunity.FoldIn(OwnOf(9));

        var scores = s_unknown.Append(OfCommunity.Items.Count).Select(viewer.Score).ToArray();

        AssertSound(scores, "Films that the model does not know");
        Assert.True(scores.Distinct().Count() == 1, $"Unknown films get different scores: {string.Join(", ", scores)}.");
    }

    [Fact]
    public void ScoreAll_Exclusions_NeverComeBackAndTheRestIsComplete()
    {
        var own = OwnOf(20);
        var viewer = OfCommunity.FoldIn(own);
        var rated = own.Select(rating => rating.Item).ToHashSet();

        var list = Top(OfCommunity, viewer, OfCommunity.Items.Count + 100, rated);

        Assert.Equal(OfCommunity.Items.Count - rated.Count, list.Distinct().Count());
        Assert.DoesNotContain(list, rated.Contains);
        Assert.Empty(Top(OfCommunity, viewer, 10, Enumerable.Range(0, OfCommunity.Items.Count).ToHashSet()));
    }

    [Fact]
    public void Similar_AnyCount_IsOrderedWithoutRepeatsAndWithoutItself()
    {
        var films = OfCommunity.Items.Count;
        for (var film = 0; film < films; film++)
        {
            var all = OfCommunity.Similar(film, films + 100);
            var found = all.Select(other => other.Item).ToList();
            Assert.True(!found.Contains(film), $"Film {film} is said to be like itself.");
            Assert.True(found.Distinct().Count() == found.Count, $"Film {film} has a similar film twice.");
            Assert.All(found, other => Assert.InRange(other, 0, films - 1));
            Assert.All(all, other => Assert.True(float.IsFinite(other.Score), $"Film {film} is like {other.Item} by {other.Score}."));
            Assert.True(all.SequenceEqual(all.Order()), $"The films similar to film {film} are not ranked best first.");
            Assert.True(FindsSimilar || all.Count == 0, $"Film {film} has similar films although the model claims to find none.");
            Assert.Equal(all.Take(4), OfCommunity.Similar(film, 4));
        }

        Assert.Equal(FindsSimilar, OfCommunity.Similar(0, 4).Count == 4);
    }

    [Fact]
    public void Similar_UnknownFilmOrNothingAskedFor_IsEmpty()
    {
        Assert.All(s_unknown.Append(OfCommunity.Items.Count), film => Assert.Empty(OfCommunity.Similar(film, 5)));
        Assert.Empty(OfCommunity.Similar(0, 0));
        Assert.Empty(OfCommunity.Similar(0, -3));
    }
}
