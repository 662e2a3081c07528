using Matinee.Engine.Boards;
using Matinee.Engine.Ratings;
using Matinee.Engine.Tests.Models;

namespace Matinee.Engine.Tests.Boards;

public sealed class DivisionTests
{
    static readonly Interactions s_community = Interactions.From(ContractRatings.CommunityRows());

    [Fact]
    public void Of_TimesThatDivide_ThePartsFollowEachOther()
    {
        var division = Division.Of(s_community, new(), seed: 1);

        Assert.StartsWith("by time", division.Method, StringComparison.Ordinal);
        Assert.True(division.Choosing.Training.LatestTime < division.Choosing.Test.All().Min(rating => rating.Time));
        Assert.True(division.Choosing.Test.LatestTime < division.Judging.Test.All().Min(rating => rating.Time));
        AssertParts(division);
    }

    [Fact]
    public void Of_NoTimes_DividesByUserAndSaysWhy()
    {
        var division = Division.Of(Interactions.From(s_community.All().Select(rating => rating with { Time = 0 })), new(), seed: 1);

        Assert.Contains("not by time, for too many ratings have the same time", division.Method, StringComparison.Ordinal);
        AssertParts(division);
    }

    [Fact]
    public void Of_PeopleWhoRateOnceOnly_DividesByUserAndSaysWhy()
    {
        // One after another, each within an hour: whoever comes last has not been there before.
        var rows = s_community.All().Select(rating => rating with { Time = 1_000_000L * rating.User + rating.Item });

        var division = Division.Of(Interactions.From(rows), new(), seed: 1);

        Assert.Contains("of the latest ratings are by people who rated before", division.Method, StringComparison.Ordinal);
        AssertParts(division);
    }

    [Fact]
    public void Of_FewHaveRatedLately_DividesByUserAndSaysWhy()
    {
        // Three people rate on and on after everybody else has stopped.
        var stopped = s_community.LatestTime;
        var late = Enumerable.Range(1, 3).SelectMany(user => Enumerable.Range(0, s_community.Count / 5).Select(item =>
            new Rating(s_community.Users[user], 100_000 + item, 4, stopped + 1 + item)));

        var division = Division.Of(Interactions.From(s_community.All().Concat(late)), new(), seed: 1);

        Assert.Contains("not by time, for the latest ratings are by only 3 people who rated before", division.Method, StringComparison.Ordinal);
        Assert.True(division.Judging.Test.Users.Count >= DivisionOptions.DefaultMinUsers);
    }

    [Fact]
    public void Of_FewerUsersAskedFor_AsksAllOfTheirRatingsAndNoOthers()
    {
        var all = Division.Of(s_community, new(), seed: 3).Judging.Test;

        var few = Division.Of(s_community, new() { MaxUsers = 7 }, seed: 3).Judging.Test;

        Assert.Equal(7, few.Users.Count);
        var kept = few.Users.Ids.ToArray().ToHashSet();
        Assert.Equal(all.All().Where(rating => kept.Contains(rating.User)), few.All());
    }

    [Fact]
    public void Of_AlmostNothing_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Division.Of(Interactions.From([]), new(), seed: 1));
        Assert.Throws<ArgumentException>(() => Division.Of(Interactions.From([new(1, 1, 4, 10), new(1, 2, 4, 20)]), new(), seed: 1));
    }

    [Fact]
    public void Of_RealRatings_CanBeJudged()
    {
        var ratings = Interactions.From(RealData.Ratings());

        var division = Division.Of(ratings, new(), seed: 1);

        TestContext.Current.SendDiagnosticMessage(division.Method);
        Assert.InRange(division.Judging.Test.Count, 0.09 * ratings.Count, 0.11 * ratings.Count);
        Assert.InRange(division.Choosing.Test.Count, 0.09 * ratings.Count, 0.11 * ratings.Count);
    }

    static void AssertParts(Division division)
    {
        Assert.Equal(s_community.Count, division.Judging.Training.Count + division.Judging.Test.Count);
        Assert.Equal(division.Judging.Training.Count, division.Choosing.Training.Count + division.Choosing.Test.Count);
        Assert.InRange(division.Judging.Test.Count, 0.08 * s_community.Count, 0.12 * s_community.Count);
        Assert.InRange(division.Choosing.Test.Count, 0.08 * s_community.Count, 0.12 * s_community.Count);
    }
}
