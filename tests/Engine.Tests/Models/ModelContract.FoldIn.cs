using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Tests.Models;

// Viewers of any ratings, and training sets of any shape.
public abstract partial class ModelContract
{
    [Fact]
    public void FoldIn_NoRatings_GivesACalmNewcomer() =>
        AssertSound(Scores(OfCommunity, OfCommunity.FoldIn([])), "A newcomer");

    [Fact]
    public void FoldIn_PeopleNeverSeen_GivesSoundScores()
    {
        var films = OfCommunity.Items.Count;
        var extremes = Enumerable.Range(0, films).Select(film => new OwnRating(film, film % 2 == 0 ? 0.5f : 5f)).ToArray();

        AssertSound(Scores(OfCommunity, OfCommunity.FoldIn([new(films - 1, 5f, 1)])), "One rating of the least rated film");
        AssertSound(Scores(OfCommunity, OfCommunity.FoldIn(extremes)), "A rating of every film, extremes only");
        AssertSound(Scores(OfCommunity, OfCommunity.FoldIn([.. extremes.Select(own => own with { Stars = 5f })])), "Five stars for all");
        AssertSound(Scores(OfCommunity, OfCommunity.FoldIn([.. extremes.Select(own => own with { Stars = 0.5f })])), "Half a star for all");
    }

    [Fact]
    public void FoldIn_UnknownFilms_TeachNothing()
    {
        var own = OwnOf(30);
        OwnRating[] unknown = [.. s_unknown.Append(OfCommunity.Items.Count).Select(film => new OwnRating(film, 5f, 1))];

        AssertSameViewer([], unknown, "Ratings of unknown films only");
        AssertSameViewer(own, [unknown[0], .. own, .. unknown[1..]], "Ratings of unknown films among others");
    }

    [Fact]
    public void FoldIn_Duplicates_LastInTheSpanCounts()
    {
        var own = OwnOf(31);
        OwnRating[] opposite = [.. own.Select(rating => rating with { Stars = rating.Stars > 2.5f ? 0.5f : 5f, Time = rating.Time + 1 })];

        AssertSameViewer(own, [.. opposite, .. own], "Changed ratings first");
        AssertSameViewer(opposite, [.. own, .. opposite], "Changed ratings last");
    }

    [Fact]
    public void FoldIn_AnotherOrder_GivesTheSameBits()
    {
        var own = OwnOf(32);
        var shuffled = own.ToArray();
        new SeededRandom(3).Shuffle(shuffled.AsSpan());

        AssertSameViewer(own, [.. own.Reverse()], "Reversed");
        AssertSameViewer(own, shuffled, "Shuffled");
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(0f)]
    [InlineData(5.5f)]
    [InlineData(-1f)]
    public void FoldIn_StarsOffTheScale_AreRefused(float stars) =>
        Assert.ThrowsAny<ArgumentException>(() => OfCommunity.FoldIn([new(0, 4f), new(1, stars)]));

    [Fact]
    public void Fit_NoRatings_KnowsNothingCalmly()
    {
        var model = Fit(Interactions.From([]));

        Assert.Equal(0, model.Items.Count);
        var viewer = model.FoldIn([new(0, 5f)]);
        AssertSound([viewer.Score(0), viewer.Score(-1)], "A model of nothing");
        viewer.ScoreAll([]);
        Assert.Empty(model.Similar(0, 5));
        Assert.Equal(0, SavedAndRead(model).Items.Count);
    }

    [Fact]
    public void Fit_OneRating_IsCalm()
    {
        var model = Fit(Interactions.From([new(8, 15, 4.5f, 1_000)]));

        Assert.Equal([15], model.Items.Ids.ToArray());
        AssertSound(Scores(model, model.FoldIn([])), "A newcomer to a model of one rating");
        AssertSound(Scores(model, model.FoldIn([new(0, 4.5f, 1_000)])), "The only user of a model of one rating");
        Assert.Empty(model.Similar(0, 5));
    }

    [Fact]
    public void Fit_UserWhoRatedEverything_IsCalm()
    {
        const int everyone = 4;
        var films = ContractRatings.CommunityRows().Select(row => row.Item).Distinct();
        var rows = ContractRatings.CommunityRows().Concat(films.Select(film => new Rating(everyone, film, 3.5f, 1_100_000_000)));
        var ratings = Interactions.From(rows);

        var model = Fit(ratings);

        var own = ratings.OfUser(ratings.Users.IndexOf(everyone)).ToOwn();
        Assert.Equal(model.Items.Count, own.Length);
        var viewer = model.FoldIn(own);
        AssertSound(Scores(model, viewer), "Who rated everything");
        Assert.Empty(Top(model, viewer, 10, own.Select(rating => rating.Item).ToHashSet()));
    }

    [Fact]
    public void Fit_FilmNobodyRatedAndUserWithoutRatings_IsCalm()
    {
        var model = Fit(ContractRatings.WithUnrated());

        var film = model.Items.IndexOf(ContractRatings.UnratedFilm);
        Assert.True(film >= 0, "A film of the map that nobody rated is not in the model.");
        AssertSound(Scores(model, model.FoldIn([])), "A newcomer, with a film that nobody rated");
        AssertSound(Scores(model, model.FoldIn(OwnOf(0))), "A viewer, with a film that nobody rated");
        AssertSound(Scores(model, model.FoldIn([new(film, 5f)])), "The first to rate a film");
        Assert.All(model.Similar(film, 5), other => Assert.True(float.IsFinite(other.Score)));
        AssertSound(Scores(SavedAndRead(model), SavedAndRead(model).FoldIn([])), "Read again, with a film that nobody rated");
    }

    void AssertSameViewer(OwnRating[] expected, OwnRating[] actual, string what) =>
        AssertSameBits(Scores(OfCommunity, OfCommunity.FoldIn(expected)), Scores(OfCommunity, OfCommunity.FoldIn(actual)), what);
}
