using Matinee.Engine.Numerics;
using Matinee.Engine.Portraits.Clusters;
using Matinee.MlNet.Portraits;

namespace Matinee.MlNet.Tests;

public sealed class PortraitsTests
{
    const int Width = 3;
    const int Each = 60;

    // Far from each other, of different sizes: any sensible start finds them.
    static readonly float[][] s_planted = [[0, 0, 9], [0, 9, 0], [9, 0, 0], [-9, -9, 0]];

    [Fact]
    public void Of_PlantedClusters_FindsThemTheLargestFirst()
    {
        var points = Planted();

        var found = ClusterFit.Of(points, s_planted.Length, restarts: 5, new());

        Assert.Equal([4 * Each, 3 * Each, 2 * Each, Each], found.Sizes);
        for (var c = 0; c < s_planted.Length; c++) AssertNear(s_planted[s_planted.Length - 1 - c], found.Middles.AsSpan(c * Width, Width), 0.3);
    }

    [Fact]
    public void Of_Middles_AreMlNetsCentroids()
    {
        var points = Planted();
        var rows = Enumerable.Range(0, points.Count).Select(row => points[row][..Width].ToArray()).ToArray();
        var centroids = ClusterFit.Centroids(rows, s_planted.Length, ClusterFit.SeedOf(9, 0), new());

        var found = ClusterFit.Of(points, s_planted.Length, restarts: 1, new() { Seed = 9 });

        Assert.Equal(s_planted.Length, centroids.Length);
        foreach (var middle in found.Middles.Chunk(Width))
            Assert.True(centroids.Min(centroid => centroid.Zip(middle, (a, b) => Math.Abs(a - b)).Max()) < 1e-4, $"No centroid is at {string.Join(", ", middle)}.");
    }

    [Fact]
    public void Of_SeededTwice_GivesTheSameBits()
    {
        var points = Planted();
        var first = ClusterFit.Of(points, 6, restarts: 3, new() { Seed = 4 });

        for (var again = 0; again < 5; again++)
        {
            var other = ClusterFit.Of(points, 6, restarts: 3, new() { Seed = 4 });
            Assert.Equal(first.Middles, other.Middles);
            Assert.Equal(first.Labels, other.Labels);
        }
    }

    [Theory]
    [InlineData(0, 3, 0)]
    [InlineData(1, 3, 1)]
    [InlineData(5, 3, 1)]
    public void Of_FewerDifferentPointsThanClusters_MakesAsManyAsThereAre(int same, int clusters, int expected) =>
        Assert.Equal(expected, ClusterFit.Of(new(Enumerable.Repeat(1.5f, same * Width).ToArray(), Width), clusters, restarts: 2, new()).Clusters);

    [Fact]
    public void Of_Cancelled_Stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() => ClusterFit.Of(Planted(), 4, restarts: 5, new() { Cancellation = new(canceled: true) }));

    static Points Planted()
    {
        var random = new SeededRandom(8);
        var rows = new List<float>();
        for (var c = 0; c < s_planted.Length; c++)
        {
            for (var i = 0; i < (c + 1) * Each * Width; i++) rows.Add(s_planted[c][i % Width] + (float)random.NextNormal());
        }

        return new(rows.ToArray(), Width);
    }

    static void AssertNear(float[] expected, ReadOnlySpan<float> actual, double tolerance)
    {
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], tolerance);
    }
}
