using Matinee.Engine.Models;
using Matinee.Engine.Popularity;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Popularity;

public sealed class PopularityTests
{
    const int Day = 86_400;

    // Film 10: today, a day ago, two days ago. Film 20: ten days ago, twice. Film 30: today.
    static readonly Interactions s_ratings = Interactions.From(
    [
        new(1, 10, 5f, 100 * Day), new(2, 10, 4f, 99 * Day), new(3, 10, 3f, 98 * Day),
        new(1, 20, 1f, 90 * Day), new(2, 20, 2f, 90 * Day),
        new(3, 30, 4.5f, 100 * Day),
    ]);

    [Fact]
    public void Score_AllTime_CountsRatings() => Assert.Equal([3f, 2f, 1f], Scores(new()));

    [Fact]
    public void Score_HalfLifeOfADay_HalvesWithEveryDayBeforeTheLatestRating()
    {
        var scores = Scores(new() { HalfLifeDays = 1 });

        Assert.Equal(1.75f, scores[0]);
        Assert.Equal(2f / 1024, scores[1]);
        Assert.Equal(1f, scores[2]);
    }

    [Fact]
    public void Score_WeighedByStars_DrawsTheMeanTowardsThatOfAll()
    {
        var scores = Scores(new() { StarsDamping = 2 });

        // The mean of all six is 19.5 / 6 = 3.25.
        Assert.Equal(3 * (12 + 6.5f) / 5, scores[0], 1e-5f);
        Assert.Equal(2 * (3 + 6.5f) / 4, scores[1], 1e-5f);
        Assert.Equal(1 * (4.5f + 6.5f) / 3, scores[2], 1e-5f);
    }

    [Fact]
    public void Similar_AnyFilm_GivesTheMostPopularOthers()
    {
        var model = Fit(new());

        Assert.Equal([new(1, 2f), new(2, 1f)], model.Similar(0, 5));
        Assert.Equal([new(0, 3f)], model.Similar(1, 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(1e9)]
    public void HalfLifeDays_OutOfRange_IsRefused(double days)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new PopularityOptions { HalfLifeDays = days });

        Assert.Contains("HalfLifeDays must be from", error.Message, StringComparison.Ordinal);
    }

    static IModel Fit(PopularityOptions options) => new PopularityTrainer(options).Fit(s_ratings, new TrainingRun());

    static float[] Scores(PopularityOptions options)
    {
        var scores = new float[3];
        Fit(options).FoldIn([]).ScoreAll(scores);
        return scores;
    }
}
