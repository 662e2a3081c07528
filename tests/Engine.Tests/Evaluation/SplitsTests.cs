using Matinee.Engine.Evaluation;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Tests.Evaluation;

public sealed class SplitsTests
{
    static readonly Interactions s_all = RandomRatings.Make(60, 90, 2500, 1);

    [Fact]
    public void RandomFolds_OfFive_TestEveryRatingOnceInPartsOfEqualSize()
    {
        var folds = Splits.RandomFolds(s_all, 5, 7).ToList();

        Assert.Equal(5, folds.Count);
        Assert.Equal(s_all.All(), folds.SelectMany(fold => fold.Test.All()).OrderBy(r => r.User).ThenBy(r => r.Item));
        foreach (var fold in folds)
        {
            Assert.InRange(fold.Test.Count, s_all.Count / 5, s_all.Count / 5 + 1);
            Assert.Equal(s_all.All(), fold.Training.All().Concat(fold.Test.All()).OrderBy(r => r.User).ThenBy(r => r.Item));
        }
    }

    [Fact]
    public void RandomFolds_EnumeratedTwice_AreTheSame()
    {
        var folds = Splits.RandomFolds(s_all, 3, 7);

        Assert.Equal(folds.Select(fold => fold.Fingerprint).ToList(), folds.Select(fold => fold.Fingerprint).ToList());
    }

    [Fact]
    public void RandomByUser_AQuarter_HoldsBackTheRoundedShareOfEachUser()
    {
        var split = Splits.RandomByUser(s_all, 0.25, 3);

        for (var user = 0; user < s_all.Users.Count; user++)
        {
            var id = s_all.Users[user];
            var kept = split.Training.Users.IndexOf(id) is >= 0 and var index ? split.Training.OfUser(index).Count : 0;
            Assert.Equal((int)Math.Round(0.75 * s_all.OfUser(user).Count), kept);
        }

        Assert.Equal(s_all.All(), split.Training.All().Concat(split.Test.All()).OrderBy(r => r.User).ThenBy(r => r.Item));
    }

    [Theory]
    [InlineData(1, 1)] // round(0.75) = 1
    [InlineData(2, 2)] // round(1.5) = 2, to even
    [InlineData(3, 2)] // round(2.25) = 2
    [InlineData(6, 4)] // round(4.5) = 4, to even
    [InlineData(8, 6)]
    public void RandomByUser_FewRatings_RoundsHalvesToEven(int ratings, int kept)
    {
        var all = Interactions.From(Enumerable.Range(0, ratings).Select(item => new Rating(5, item, 3, 0)));

        Assert.Equal(kept, Splits.RandomByUser(all, 0.25, 1).Training.Count);
    }

    [Fact]
    public void RandomByUser_OtherUsersLeftOut_PartsOfTheRestStayTheSame()
    {
        var few = Interactions.From(s_all.All().Where(rating => rating.User % 2 == 0));

        var expected = Splits.RandomByUser(s_all, 0.25, 3).Test.All().Where(rating => rating.User % 2 == 0);
        Assert.Equal(expected, Splits.RandomByUser(few, 0.25, 3).Test.All());
    }

    [Fact]
    public void RandomByUser_AnotherSeed_ChoosesOtherRatings() =>
        Assert.NotEqual(Splits.RandomByUser(s_all, 0.25, 3).Fingerprint, Splits.RandomByUser(s_all, 0.25, 4).Fingerprint);

    [Fact]
    public void LeaveLast_Two_TakesTheLatestAndOfEqualTimesTheHigherFilms()
    {
        var all = Interactions.From(
        [
            new(1, 10, 3, 100), new(1, 11, 3, 900), new(1, 12, 3, 500), new(1, 13, 3, 500), new(1, 14, 3, 500),
            new(2, 10, 3, 100), new(2, 11, 3, 200),
        ]);

        var split = Splits.LeaveLast(all, 2);

        // User 1: 900 is the last, then the highest film of the three at 500. User 2 has only two and stays whole.
        Assert.Equal([(1, 11), (1, 14)], split.Test.All().Select(rating => (rating.User, rating.Item)));
        Assert.Equal(5, split.Training.Count);
    }

    [Fact]
    public void AtTime_AnInstant_BelongsToTheTest()
    {
        var all = Interactions.From([new(1, 1, 3, 99), new(1, 2, 3, 100), new(2, 1, 3, 101)]);

        var split = Splits.AtTime(all, 100);

        Assert.Equal([(1, 2), (2, 1)], split.Test.All().Select(rating => (rating.User, rating.Item)));
        Assert.Equal([1], split.Training.Users.Ids.ToArray());
    }

    [Fact]
    public void Latest_AQuarter_IsLaterThanAllTrainingAndKeepsSecondsTogether()
    {
        var split = Splits.Latest(s_all, 0.25);

        var first = split.Test.All().Min(rating => rating.Time);
        Assert.All(split.Training.All(), rating => Assert.True(rating.Time < first));
        var atFirst = s_all.All().Count(rating => rating.Time == first);
        Assert.InRange(split.Test.Count, s_all.Count / 4, s_all.Count / 4 + 1 + atFirst);
    }

    [Fact]
    public void Latest_NoTimes_SaysThatTimeCannotDivide()
    {
        var error = Assert.Throws<ArgumentException>(() => Splits.Latest(Interactions.From([new(1, 1, 3, 0), new(2, 1, 3, 0)]), 0.25));

        Assert.Contains("at random", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void From_RatingInBothParts_NamesUserAndFilm()
    {
        var error = Assert.Throws<ArgumentException>(
            () => Split.From([new(1, 5, 3, 0), new(2, 6, 3, 0)], [new(2, 5, 3, 0), new(2, 6, 4, 9)]));

        Assert.Contains("film 6 by user 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fingerprint_OneStarChanged_Differs()
    {
        Rating[] training = [new(1, 5, 3, 0), new(2, 6, 3, 0)];
        var before = Split.From(training, [new(2, 5, 3, 0)]).Fingerprint;

        Assert.Equal(before, Split.From(training.Reverse(), [new(2, 5, 3, 0)]).Fingerprint);
        Assert.NotEqual(before, Split.From(training, [new(2, 5, 3.5f, 0)]).Fingerprint);
        Assert.NotEqual(before, Split.From([new(1, 5, 3, 0)], [new(2, 5, 3, 0), new(2, 6, 3, 0)]).Fingerprint);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void RandomByUser_ShareOutOfRange_IsRefused(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Splits.RandomByUser(s_all, share, 1));

    [Fact]
    public void RandomByUser_Cancelled_Stops() =>
        Assert.Throws<OperationCanceledException>(() => Splits.RandomByUser(s_all, 0.25, 1, new(canceled: true)));
}
