using Matinee.Engine.Evaluation;

namespace Matinee.Engine.Tests.Evaluation;

public sealed class BootstrapTests
{
    static readonly BootstrapOptions s_options = new() { Resamples = 2000 };

    [Fact]
    public void Intervals_OfAMean_AgreeWithTheNormalInterval()
    {
        var random = new Random(3);
        var values = Enumerable.Range(0, 400).Select(_ => random.NextDouble()).ToArray();
        var mean = values.Average();
        var error = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (400 * 399));

        var interval = Interval(Metric.Ndcg, values, Ones(400));

        Assert.Equal(mean - 1.96 * error, interval.Low, 0.1 * error);
        Assert.Equal(mean + 1.96 * error, interval.High, 0.1 * error);
    }

    [Fact]
    public void Intervals_ErrorsThatGoTogetherByUser_AreWiderThanOverSingleRatings()
    {
        // 50 users with 100 ratings each; every user's error is always 0 or always 1 star, half of them each. MAE = 0.5.
        // Users: standard error sqrt(0.25 / 50) = 0.0707, so about 0.5 +- 0.139. Single ratings would claim +- 0.0139.
        var parts = Enumerable.Range(0, 50).Select(user => user % 2 * 100.0).ToArray();

        var interval = Interval(Metric.Mae, parts, [.. Enumerable.Repeat(100.0, 50)]);

        Assert.Equal(0.5 - 0.139, interval.Low, 0.025);
        Assert.Equal(0.5 + 0.139, interval.High, 0.025);
    }

    [Fact]
    public void Intervals_OfRmse_AreOnTheScaleOfStars()
    {
        // Every user has squared errors of 4 a rating: the RMSE is 2 whoever is drawn.
        var interval = Interval(Metric.Rmse, [4, 8, 40], [1, 2, 10]);

        Assert.Equal(new Interval(2, 2), interval);
    }

    [Fact]
    public void Intervals_TwoUsers_EqualTheEnds()
    {
        // Means of two draws from {0, 1}: 0, 0.5 or 1 with 1/4, 1/2, 1/4: the middle 95 % reach from 0 to 1, the middle 50 % as well
        // have their ends at the jumps, so ask for 60 %: tails of 20 % lie inside the outer quarters.
        var column = Column(Metric.Ndcg, [0, 1], [1, 1]);

        Assert.Equal(new Interval(0, 1), Bootstrap.Intervals([column], new() { Resamples = 2000, Confidence = 0.6 }, new())[0]);
    }

    [Fact]
    public void Intervals_NoResamples_AreLeftOut() =>
        Assert.Null(Bootstrap.Intervals([Column(Metric.Ndcg, [0, 1], [1, 1])], new() { Resamples = 0 }, new())[0]);

    [Fact]
    public void Intervals_SameSeedAnyThreads_AreTheSame()
    {
        Column[] columns = [Column(Metric.Ndcg, [0, 1, 5, 7, 2], Ones(5)), Column(Metric.Mae, [3, 1, 4], [1, 2, 3])];

        var one = Bootstrap.Intervals(columns, s_options, new() { Seed = 4, Threads = 1 });
        Assert.Equal(one, Bootstrap.Intervals(columns, s_options, new() { Seed = 4, Threads = 7 }));
        Assert.NotEqual(one, Bootstrap.Intervals(columns, new() { Resamples = 1999 }, new() { Seed = 5 }));
    }

    static Interval Interval(Metric metric, double[] parts, double[] weights) =>
        Bootstrap.Intervals([Column(metric, parts, weights)], s_options, new())[0] ?? throw new InvalidOperationException();

    static Column Column(Metric metric, double[] parts, double[] weights) =>
        new(metric, Segment.All, [.. Enumerable.Range(0, parts.Length)], parts, weights);

    static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];
}
