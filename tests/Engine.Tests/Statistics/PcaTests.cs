using Matinee.Engine.Numerics;
using Matinee.Engine.Statistics;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Statistics;

public sealed class PcaTests
{
    static readonly TrainingRun s_run = new() { Threads = 2 };

    [Fact]
    public void Of_CrossOfFourPoints_FindsItsArms()
    {
        // Five along (0.6, 0.8) either way, one across, about (10, 20).
        float[] rows = [13, 24, 7, 16, 9.2f, 20.6f, 10.8f, 19.4f];

        var map = Pca.Of(rows, 2, s_run);

        Assert.Equal([10, 20], map.Mean, Near);
        Assert.Equal([0.6, 0.8], map.First, Near);
        Assert.Equal([0.8, -0.6], map.Second, Near);
        Assert.Equal(25.0 / 26, map.FirstShare, 1e-6);
        Assert.Equal(1.0 / 26, map.SecondShare, 1e-6);
        var (x, y) = map.Of([13, 24]);
        Assert.Equal(5, x, 1e-5);
        Assert.Equal(0, y, 1e-5);
    }

    [Fact]
    public void Of_MirroredPoints_GivesTheSameSigns()
    {
        var random = new SeededRandom(2);
        var rows = new float[300];
        for (var i = 0; i < rows.Length; i++) rows[i] = (float)random.NextNormal() * (i % 6 + 1);

        var (map, mirrored) = (Pca.Of(rows, 6, s_run), Pca.Of(Array.ConvertAll(rows, value => -value), 6, s_run));

        Assert.Equal(map.First, mirrored.First, Near);
        Assert.Equal(map.Second, mirrored.Second, Near);
    }

    [Fact]
    public void Of_AnyNumberOfThreads_GivesTheSameBits()
    {
        var random = new SeededRandom(3);
        var rows = new float[50_000];
        for (var i = 0; i < rows.Length; i++) rows[i] = (float)random.NextNormal();

        Assert.Equal(Pca.Of(rows, 10, s_run with { Threads = 1 }).First, Pca.Of(rows, 10, s_run with { Threads = 4 }).First);
    }

    [Fact]
    public void Of_NoSpreadOrNoPoints_IsCalm()
    {
        Assert.Equal([0, 0], Pca.Of(new float[] { 3, 4, 3, 4 }, 2, s_run).First);
        var empty = Pca.Of(ReadOnlyMemory<float>.Empty, 3, s_run);
        Assert.Equal((0, 0), empty.Of([1, 2, 3]));
        Assert.Equal([1.0], Pca.Of(new float[] { 1, 5 }, 1, s_run).First);
    }

    [Fact]
    public void Eigen_RandomMatrix_SatisfiesItsDefinition()
    {
        const int n = 25;
        var random = new SeededRandom(5);
        var matrix = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++) matrix[i * n + j] = matrix[j * n + i] = random.NextNormal();
        }

        var (values, vectors) = Eigen.Of(matrix, n);

        Assert.Equal(values.OrderDescending(), values);
        for (var k = 0; k < n; k++)
        {
            Assert.Equal(1, Enumerable.Range(0, n).Sum(d => vectors[d * n + k] * vectors[d * n + k]), 1e-12);
            for (var i = 0; i < n; i++)
                Assert.Equal(values[k] * vectors[i * n + k], Enumerable.Range(0, n).Sum(d => matrix[i * n + d] * vectors[d * n + k]), 1e-10);
        }
    }

    static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 1e-6;
}
