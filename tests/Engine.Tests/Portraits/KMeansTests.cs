using Matinee.Engine.Numerics;
using Matinee.Engine.Portraits.Clusters;
using Matinee.Engine.Statistics;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Portraits;

public sealed class KMeansTests
{
    static readonly TrainingRun s_run = new() { Seed = 3, Threads = 2 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Fit_NoClearClusters_IsNoWorseThanTheBestOfFiftyPlainRuns(ulong seed)
    {
        var points = Blobs(seed, count: 400, width: 6, blobs: 12, noise: 0.6, out _);

        var found = Fit(points, new() { Clusters = 8 });

        var plain = NaiveKMeans.BestInertia(points, 8, restarts: 50, seed: 100);
        Assert.Equal(NaiveKMeans.Inertia(points, found.Labels), found.Inertia, 1e-4 * plain);
        Assert.True(found.Inertia <= plain * (1 + 1e-6), $"{found.Inertia} is worse than {plain}.");
    }

    [Fact]
    public void Fit_BlobsFarApart_FindsEachOfThem()
    {
        var points = Blobs(5, count: 900, width: 10, blobs: 9, noise: 0.1, out var planted);

        var found = Fit(points, new() { Clusters = 9 });

        Assert.Equal(1, AdjustedRand.Of(planted, found.Labels));
        Assert.Equal(900, found.Sizes.Sum());
        Assert.True(found.Sizes.SequenceEqual(found.Sizes.OrderDescending()), "The largest cluster is not the first.");
        for (var c = 0; c < 9; c++) AssertMeans(points, found, c);
    }

    [Fact]
    public void Fit_AnyNumberOfThreads_GivesTheSameBits()
    {
        var points = Blobs(7, count: 3000, width: 13, blobs: 5, noise: 1, out _);
        foreach (var options in new KMeansOptions[] { new() { Clusters = 6 }, new() { Clusters = 6, MiniBatchAbove = 2999 } })
        {
            var expected = Fit(points, options, s_run with { Threads = 1 });
            foreach (var threads in new[] { 2, 5 })
            {
                var actual = Fit(points, options, s_run with { Threads = threads });
                Assert.Equal(expected.Middles, actual.Middles);
                Assert.Equal(expected.Labels, actual.Labels);
                Assert.Equal(expected.Inertia, actual.Inertia);
            }
        }
    }

    [Fact]
    public void Fit_InSmallBatches_FindsWhatFullPassesFind()
    {
        var points = Blobs(11, count: 6000, width: 8, blobs: 6, noise: 0.25, out var planted);

        var found = Fit(points, new() { Clusters = 6, MiniBatchAbove = 5000 });

        Assert.Equal(1, AdjustedRand.Of(planted, found.Labels), 0.001);
        Assert.Equal(Fit(points, new() { Clusters = 6 }).Inertia, found.Inertia, 1e-5 * found.Inertia);
    }

    [Fact]
    public void Fit_FewerDifferentPointsThanClusters_LeavesNoClusterEmpty()
    {
        float[][] points = [.. Enumerable.Range(0, 40).Select(i => new float[] { i % 3 - 1, 2 * (i % 3) - 2 })];

        var found = Fit(points, new() { Clusters = 7 });

        Assert.Equal([14, 13, 13], found.Sizes);
        Assert.Equal(0, found.Inertia, 1e-5);
    }

    [Fact]
    public void Fit_OneClusterOnePointOrNone_IsCalm()
    {
        float[][] points = [[1, 2], [3, 4], [5, 9]];

        Assert.Equal([3f, 5f], Fit(points, new() { Clusters = 1 }).Middles);
        Assert.Equal([1], Fit([[4, 4]], new() { Clusters = 5 }).Sizes);
        Assert.Empty(KMeans.Fit(new([], 3), new() { Clusters = 2 }, s_run).Sizes);
    }

    [Fact]
    public void Fit_StartFromTheAnswer_KeepsItWithOneRestart()
    {
        var points = Blobs(13, count: 500, width: 4, blobs: 15, noise: 0.2, out _);
        var best = Fit(points, new() { Clusters = 15, Restarts = 30 });

        var again = Fit(points, new() { Clusters = 15, Restarts = 1, Swaps = 0, Start = best.Middles });

        Assert.True(again.Inertia <= best.Inertia * (1 + 1e-6));
    }

    [Fact]
    public void Middles_OfASettledPartition_ExchangeLowersTheInertia()
    {
        // On a line 0, 2.2 | 4.4, 5, 5.6: Lloyd is content with {0} {2.2, ...} from a poor start, single moves are not.
        float[][] points = [[-3.44f], [-1.24f], [0.96f], [1.56f], [2.16f]];
        var table = Table(points);
        var stuck = new Partition(table, [-3.44f, 0, 0, 0, 0, 0, 0, 0, 0.86f, 0, 0, 0, 0, 0, 0, 0]);
        stuck.Settle(50, 0, s_run);
        Assert.Equal([1, 4], stuck.Sizes);

        var moved = new Partition(table, Exchange.Middles(table, stuck, s_run));
        moved.Settle(50, 0, s_run);

        Assert.Equal([2, 3], moved.Sizes);
        Assert.Equal(2.42 + 0.72, moved.Inertia, 1e-5);
        Assert.True(moved.Inertia < stuck.Inertia);
    }

    [Fact]
    public void Points_NotFinite_AreRefused() =>
        Assert.Contains("Point 1", Assert.Throws<ArgumentException>(() => new Points([1, 2, 3, float.NaN], 2)).Message, StringComparison.Ordinal);

    static Clustering Fit(float[][] points, KMeansOptions options, TrainingRun? run = null) => KMeans.Fit(Table(points), options, run ?? s_run);

    static Points Table(float[][] points) => new(points.SelectMany(point => point).ToArray(), points[0].Length);

    static void AssertMeans(float[][] points, Clustering found, int cluster)
    {
        for (var d = 0; d < points[0].Length; d++)
        {
            var mean = points.Where((_, i) => found.Labels[i] == cluster).Average(point => (double)point[d]);
            Assert.Equal(mean, found.Middles[cluster * points[0].Length + d], 1e-5);
        }
    }

    static float[][] Blobs(ulong seed, int count, int width, int blobs, double noise, out int[] planted)
    {
        var random = new SeededRandom(seed);
        var middles = new double[blobs * width];
        for (var i = 0; i < middles.Length; i++) middles[i] = random.NextNormal();
        var points = new float[count][];
        planted = new int[count];
        for (var i = 0; i < count; i++)
        {
            planted[i] = random.Next(blobs);
            points[i] = new float[width];
            for (var d = 0; d < width; d++) points[i][d] = (float)(middles[planted[i] * width + d] + noise * random.NextNormal());
        }

        return points;
    }
}
