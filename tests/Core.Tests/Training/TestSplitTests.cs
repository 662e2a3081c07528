using Matinee.Core.Training;
using Matinee.Engine.Ratings;

namespace Matinee.Core.Tests.Training;

public sealed class TestSplitTests
{
    [Fact]
    public void Of_PeopleWithEnough_AreAskedAboutTheirLast()
    {
        Rating[] ratings =
        [
            new(1, 10, 4, 300), new(1, 11, 3, 100), new(1, 12, 5, 200), new(1, 13, 2, 200),
            new(2, 10, 4, 900), new(2, 11, 4, 901),
        ];

        var split = TestSplit.Of(Interactions.From(ratings), new() { TestRatings = 2 }, default, out _);

        // The second has no more than two: nothing would be left to know them by.
        Assert.Equal([new(1, 10, 4, 300), new(1, 13, 2, 200)], split.Test.All());
        Assert.Equal(ratings.Except(split.Test.All()).OrderBy(rating => (rating.User, rating.Item)), split.Training.All());
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(4, 4)]
    [InlineData(3, 3)]
    [InlineData(7, 5)]
    public void Of_MoreThanMayBeAsked_AsksEvenly(int most, int asked)
    {
        var ratings = from user in Enumerable.Range(0, 10) from film in Enumerable.Range(0, 3) select new Rating(user, film, 3, film);

        var split = TestSplit.Of(Interactions.From(ratings), new() { TestRatings = 1, MaxTestUsers = most }, default, out var how);

        Assert.Equal(asked, split.Test.Users.Count);
        Assert.Equal(30, split.Test.Count + split.Training.Count);
        Assert.Contains($"of {asked} people", how, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AllOfOneTime_IsByChanceAndTheSameEachTime()
    {
        var ratings = Interactions.From(from user in Enumerable.Range(0, 5) from film in Enumerable.Range(0, 20) select new Rating(user, film, 3, 77));

        var (first, second) = (TestSplit.Of(ratings, new(), default, out _), TestSplit.Of(ratings, new(), default, out _));

        Assert.Equal(first.Fingerprint, second.Fingerprint);
        Assert.Equal(10, first.Test.Count);
        Assert.NotEqual(Enumerable.Repeat(19, 5), first.Test.All().Where(rating => rating.Item == 19).Select(rating => rating.Item));
    }
}
