using System.Text.Json;
using Matinee.Core.Insights;
using Matinee.Core.Models;
using Matinee.Core.Tests.Simulated;
using Matinee.Engine.Baseline;
using Matinee.Engine.Facts;
using Matinee.Engine.Popularity;
using Matinee.Engine.Ratings;
using Matinee.Engine.Ridge;
using Matinee.Engine.Statistics;

namespace Matinee.Core.Tests.Insights;

public sealed class InsightsMakingTests
{
    const int FirstDay = 16_000;

    [Fact]
    public void Shown_MoreDaysThanAYear_KeepsTheLastAndEveryMonth()
    {
        var insights = RatingInsights.Of(Interactions.From(Enumerable.Range(0, 500).Select(day => new Rating(day % 30, day / 30, 3f, (FirstDay + day) * 86_400))), KnownFacts.None);

        var shown = InsightsMaking.Shown(insights).Timeline;

        Assert.Equal(366, shown.Days.Count);
        Assert.Equal(insights.Timeline.Days[^1].Period, shown.Days[^1].Period);
        Assert.Equal(500, shown.Months.Sum(month => month.Ratings));
        Assert.Equal(500, shown.Years.Sum(year => year.Ratings));
    }

    [Fact]
    public void Shown_DayOfFewRatings_DoesNotTellTheirMean()
    {
        var ratings = Enumerable.Range(0, 39).Select(i => new Rating(i, 1, i < 20 ? 4f : 2f, (i < 20 ? FirstDay : FirstDay + 1) * 86_400));

        var days = InsightsMaking.Shown(RatingInsights.Of(Interactions.From(ratings), KnownFacts.None)).Timeline.Days;

        Assert.Equal([(20, 4.0), (19, null)], days.Select(day => (day.Ratings, day.MeanStars)));
    }

    [Fact]
    public void Importances_NoModelInServiceHasFeatures_AreThoseOfAForestBeside()
    {
        var model = new ServedModel(new PopularityTrainer().Fit(Town.Small.Ratings, new()), new BaselineTrainer().Fit(Town.Small.Ratings, new()), null);

        var weights = FeatureWeight.Of(model, Town.Small.Ratings, KnownFacts.None, new());

        Assert.All(weights, one => Assert.False(one.Serves));
        Assert.InRange(weights.Sum(one => one.Weight), 0.8, 1 + 1e-9);
        Assert.Equal(weights.OrderByDescending(one => one.Weight), weights);
        Assert.DoesNotContain(weights, one => one.Feature.Contains("id", StringComparison.OrdinalIgnoreCase) && !one.Feature.Contains(' ', StringComparison.Ordinal));
        Assert.Equal(weights, FeatureWeight.Of(model, Town.Small.Ratings, KnownFacts.None, new() { Threads = 1 }));
    }

    [Fact]
    public void Importances_AModelInServiceHasFeatures_AreItsOwnAlone()
    {
        var ridge = new RidgeTrainer(new()).Fit(Town.Small.Ratings, new());
        var model = new ServedModel(new PopularityTrainer().Fit(Town.Small.Ratings, new()), ridge, null);

        var weights = FeatureWeight.Of(model, Town.Small.Ratings, KnownFacts.None, new());

        Assert.Equal(FeatureWeight.Of(ridge), weights);
        Assert.All(weights, one => Assert.True(one.Serves));
    }

    [Fact]
    public void Json_Numbers_KeepSixDigits()
    {
        var json = JsonSerializer.Serialize(new Dictionary<string, double> { ["third"] = 1 / 3.0, ["tiny"] = 1.23456789e-300, ["whole"] = 187_880, ["none"] = 0 }, Options);

        Assert.Equal("""{"third":0.333333,"tiny":1.23457E-300,"whole":187880,"none":0}""", json);
        Assert.Equal(1.23457e-300, JsonSerializer.Deserialize<Dictionary<string, double>>(json, Options)!["tiny"]);
        Assert.ThrowsAny<ArgumentException>(() => JsonSerializer.Serialize(double.NaN, Options));
    }

    static JsonSerializerOptions Options { get; } = new() { Converters = { new MeantDigits() } };
}
