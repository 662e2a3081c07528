using Matinee.Engine.Numerics;
using Matinee.Engine.Portraits.Clusters;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Portraits;

public sealed class ClustersTests
{
    static readonly TrainingRun s_run = new() { Threads = 2 };

    [Fact]
    public void Silhouette_FourPointsOnALine_IsTheHandWorkedMean()
    {
        // 0 and 1 against 4 and 6: (1 − 1/5), (1 − 1/4), (1 − 2/3.5), (1 − 2/5.5).
        var points = new Points([0, 1, 4, 6], 1);

        var value = new Silhouette(points, 100, s_run).Of(new([0.5f, 5], [0, 0, 1, 1], [2, 2], 2.5));

        Assert.Equal((0.8 + 0.75 + (1 - 2 / 3.5) + (1 - 2 / 5.5)) / 4, value, 1e-6);
    }

    [Fact]
    public void Silhouette_PointAloneOrOneCluster_CountsNothing()
    {
        var points = new Points([0, 1, 9], 1);
        var silhouette = new Silhouette(points, 100, s_run);

        Assert.Equal((1 - 1.0 / 9 + 1 - 1.0 / 8 + 0) / 3, silhouette.Of(new([0.5f, 9], [0, 0, 1], [2, 1], 0.5)), 1e-6);
        Assert.Equal(0, silhouette.Of(new([0], [0, 0, 0], [3], 82)));
    }

    [Fact]
    public void Silhouette_Sampled_IsNearThatOfAll()
    {
        var random = new SeededRandom(4);
        var rows = new float[3000];
        for (var i = 0; i < rows.Length; i++) rows[i] = (float)(random.NextNormal() + (i % 3 - 1) * 3);
        var points = new Points(rows, 1);
        var clusters = KMeans.Fit(points, new() { Clusters = 3 }, s_run);

        Assert.Equal(new Silhouette(points, 3000, s_run).Of(clusters), new Silhouette(points, 800, s_run).Of(clusters), 0.02);
    }

    [Fact]
    public void Depths_CurveWithABend_AreDistancesBelowTheChord()
    {
        // Scaled: (0, 1), (1/4, 0.4), (2/4, 0.1), (3/4, 0.05), (1, 0).
        var depths = Elbow.Depths([110, 50, 20, 15, 10]);

        Assert.Equal([0, 0.35 / Math.Sqrt(2), 0.4 / Math.Sqrt(2), 0.2 / Math.Sqrt(2), 0], depths.Select(depth => Math.Round(depth, 12)), Near);
        Assert.Equal([0, 0, 0], Elbow.Depths([3, 3, 3]));
        Assert.Equal([0, 0], Elbow.Depths([3, 1]));
    }

    [Fact]
    public void BestPairs_RandomCosts_CostNoMoreThanAnyOrder()
    {
        var random = new SeededRandom(9);
        foreach (var (rows, columns) in new[] { (1, 1), (3, 3), (5, 5), (4, 6), (6, 4), (2, 7) })
        {
            for (var round = 0; round < 20; round++)
            {
                var costs = new double[rows, columns];
                foreach (ref var cost in System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref costs[0, 0], costs.Length)) cost = random.Next(30) - 10;

                var pairs = BestPairs.Of(costs);

                var paired = pairs.Where(column => column >= 0).ToList();
                Assert.Equal(Math.Min(rows, columns), paired.Distinct().Count());
                Assert.Equal(paired.Count, paired.Distinct().Count());
                Assert.Equal(Least(costs, 0, [], 0), pairs.Select((column, row) => column < 0 ? 0 : costs[row, column]).Sum());
            }
        }
    }

    // All ways, tried out; as many rows as may be skipped as there are more of them than columns.
    static double Least(double[,] costs, int row, HashSet<int> taken, int skipped)
    {
        if (row == costs.GetLength(0)) return 0;
        var least = skipped < costs.GetLength(0) - costs.GetLength(1) ? Least(costs, row + 1, taken, skipped + 1) : double.PositiveInfinity;
        for (var column = 0; column < costs.GetLength(1); column++)
        {
            if (!taken.Add(column)) continue;
            least = Math.Min(least, costs[row, column] + Least(costs, row + 1, taken, skipped));
            taken.Remove(column);
        }

        return least;
    }

    static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 1e-9;
}
