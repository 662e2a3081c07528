using System.Text.Json;
using Matinee.Engine.Facts;
using Matinee.Engine.Portraits;
using Matinee.Engine.Ratings;
using Matinee.Engine.Statistics;
using Matinee.Engine.Tests.Portraits;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Statistics;

public sealed class RatingInsightsTests
{
    const int FirstPerson = 987_650_000;

    // 31 December 2014 and 1 January 2015, the last and the first second.
    const int LastOf2014 = 1_420_070_399;

    static readonly KnownFacts s_facts = new(
    [
        new(1) { Genres = ["Drama"] }, new(2) { Genres = ["Drama", "War"] }, new(3) { Genres = ["Comedy"] }, new(4) { Genres = ["Comedy"] }, new(5),
    ]);

    static readonly Interactions s_ratings = Interactions.From(
    [
        new(FirstPerson, 1, 5f, LastOf2014), new(FirstPerson, 2, 3f, LastOf2014 + 1), new(FirstPerson, 3, 0.5f, 0), new(FirstPerson, 5, 5f, LastOf2014 + 1),
        new(FirstPerson + 1, 1, 4f, LastOf2014), new(FirstPerson + 1, 2, 4f, LastOf2014 + 86_401),
        new(FirstPerson + 2, 1, 3f, LastOf2014 + 32 * 86_400),
    ]);

    [Fact]
    public void Of_SevenRatings_CountsThem()
    {
        var insights = RatingInsights.Of(s_ratings, s_facts);

        Assert.Equal([1, 0, 0, 0, 0, 2, 0, 2, 0, 2], insights.Stars);
        Assert.Equal(24.5 / 7, insights.MeanStars, 1e-6);
        Assert.Equal([new("2014-12-31", 2, 4.5), new("2015-01-01", 2, 4), new("2015-01-02", 1, 4), new("2015-02-01", 1, 3)], insights.Timeline.Days);
        Assert.Equal([new("2014-12", 2, 4.5), new("2015-01", 3, 4), new("2015-02", 1, 3)], insights.Timeline.Months);
        Assert.Equal([new("2014", 2, 4.5), new("2015", 4, 3.75)], insights.Timeline.Years);
        Assert.Equal([new(1, 1, 1, 1.0 / 3), new(2, 3, 1, 1.0 / 6), new(4, 7, 1, 1.0 / 12)], insights.RatingsOfPeople);
        Assert.Equal([new(1, 1, 2, 0.5), new(2, 3, 2, 0.25)], insights.RatingsOfFilms);
    }

    [Fact]
    public void Of_SevenRatings_KnowsWhatIsMissing()
    {
        var coverage = RatingInsights.Of(s_ratings, s_facts).Coverage;

        Assert.Equal((3, 4, 7), (coverage.People, coverage.Films, coverage.Ratings));
        Assert.Equal(5.0 / 12, coverage.Sparsity, 1e-12);
        Assert.Equal(0.8, coverage.CatalogueRated);
        Assert.Equal(0.5, coverage.FilmsWithHalf); // 3 of 7 ratings are less than half, 5 are more
        Assert.Equal((2, 2), (coverage.MedianOfPeople, coverage.MedianOfFilms));
        Assert.Equal(NaiveGini([3, 2, 1, 1]), coverage.GiniOfFilms, 1e-12);
        Assert.Equal(NaiveGini([4, 2, 1]), coverage.GiniOfPeople, 1e-12);
    }

    [Fact]
    public void Of_SevenRatings_FollowsGenresThroughTheYears()
    {
        var genres = RatingInsights.Of(s_ratings, s_facts).Genres;

        Assert.Equal(
            [
                new("Comedy", null, 1, 1.0 / 7, 0.5),
                new("Drama", null, 5, 5.0 / 7, 3.8), new("Drama", 2014, 2, 1, 4.5), new("Drama", 2015, 3, 0.75, 10.0 / 3),
                new("War", null, 2, 2.0 / 7, 3.5), new("War", 2015, 2, 0.5, 3.5),
            ],
            genres);
    }

    [Theory]
    [InlineData(new[] { 1, 1, 1 }, 0)]
    [InlineData(new[] { 0, 0, 0, 8 }, 0.75)]
    [InlineData(new[] { 1, 2, 3 }, 2.0 / 9)]
    [InlineData(new int[0], 0)]
    [InlineData(new[] { 0, 0 }, 0)]
    public void Gini_KnownShares_IsTheHandWorkedValue(int[] amounts, double expected) => Assert.Equal(expected, Gini.Of(amounts), 1e-12);

    [Theory]
    [InlineData(new[] { 3, 1, 2 }, 3, new[] { 0, 1 / 6.0, 0.5, 1 })]
    [InlineData(new[] { 4, 0 }, 4, new[] { 0, 0, 0, 0.5, 1 })]
    [InlineData(new[] { 7, 7, 7, 7, 7 }, 2, new[] { 0, 0.5, 1 })]
    [InlineData(new[] { 0, 0 }, 2, new[] { 0, 0.5, 1 })]
    [InlineData(new int[0], 2, new[] { 0, 0.5, 1 })]
    public void Lorenz_KnownShares_IsTheHandWorkedCurve(int[] amounts, int parts, double[] expected)
    {
        var curve = Lorenz.Of(amounts, parts);

        Assert.Equal(expected.Length, curve.Length);
        Assert.All(curve.Zip(expected), point => Assert.Equal(point.Second, point.First, 1e-12));
    }

    [Fact]
    public void Lorenz_AllParts_EnclosesTheGini()
    {
        int[] amounts = [9, 1, 4, 4, 0, 13, 2];

        var curve = Lorenz.Of(amounts, amounts.Length);

        var below = curve.Skip(1).Zip(curve).Sum(ends => (ends.First + ends.Second) / 2 / amounts.Length);
        Assert.Equal(Gini.Of(amounts), 1 - 2 * below, 1e-12);
    }

    [Fact]
    public void Of_Community_CorrelatesWhatBelongsTogetherAndNamesNobody()
    {
        var community = PlantedCommunity.Of(500, seed: 3);
        var ratings = Interactions.From(community.Ratings.All().Select(row => row with { User = FirstPerson + row.User }));
        var people = community.Planted.Keys.Select(id => KeyValuePair.Create(FirstPerson + id, community.Facts.OfPerson(id)));
        var facts = new KnownFacts(community.Facts.Films, people);
        var portraits = new PortraitsTrainer(facts, new() { Portraits = 8 }).Fit(ratings, new TrainingRun());

        var insights = RatingInsights.Of(ratings, facts, portraits);

        var matrix = insights.Correlations;
        Assert.True(R("watches Animation", "watches Children") > 0.3);
        Assert.True(R("watches Animation", "watches Horror") < 0);
        var cartoons = portraits.Portraits.Single(portrait => portrait.Name.Contains("animation", StringComparison.Ordinal));
        Assert.True(R("watches Animation", $"portrait: {cartoons.Name}") > 0.5);
        Assert.All(matrix.Cells, cell => Assert.InRange(cell.Adjusted, cell.PValue, 1));

        var json = JsonSerializer.Serialize(insights);
        Assert.All(people, person => Assert.DoesNotContain($"{person.Key}", json, StringComparison.Ordinal));
        var read = JsonSerializer.Deserialize<RatingInsights>(json)!;
        Assert.Equivalent(insights, read, strict: true);

        double R(string one, string other) => matrix.Cells.Single(cell =>
            (matrix.Columns[cell.Row], matrix.Columns[cell.Column]) == (one, other)
            || (matrix.Columns[cell.Row], matrix.Columns[cell.Column]) == (other, one)).R;
    }

    [Fact]
    public void Table_OwnColumns_MeasuresPeopleAndRefusesOneNameTwice()
    {
        var community = PlantedCommunity.Of(60, seed: 3);
        PersonColumn[] columns = [new("films", person => person.Ratings), new("age", person => person.Facts.Age ?? double.NaN)];

        var table = PeopleTable.Of(community.Ratings, community.Facts, columns, null, new TrainingRun());

        Assert.Equal(["films", "age"], table.Names);
        Assert.Equal(60, table.Count);
        Assert.Equal(Enumerable.Range(0, 60).Select(user => (double)community.Ratings.OfUser(user).Count), table.Column(0).ToArray());
        var error = Assert.Throws<ArgumentException>(() =>
            PeopleTable.Of(community.Ratings, community.Facts, [columns[0], columns[0]], null, new TrainingRun()));
        Assert.Contains("'films'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoRatings_IsCalm()
    {
        var insights = RatingInsights.Of(Interactions.From([]), KnownFacts.None);

        Assert.Equal(0, insights.Coverage.Ratings);
        Assert.Null(insights.Coverage.CatalogueRated);
        Assert.Empty(insights.Correlations.Cells);
        Assert.Empty(insights.Timeline.Days);
    }

    static double NaiveGini(int[] amounts) =>
        amounts.Sum(one => amounts.Sum(other => (double)Math.Abs(one - other))) / (2 * amounts.Length * amounts.Sum());
}
