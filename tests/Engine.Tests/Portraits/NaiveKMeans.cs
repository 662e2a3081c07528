namespace Matinee.Engine.Tests.Portraits;

/// <summary>k-means as the textbook has it: random points as the first middles, plain Lloyd passes in double, nothing clever.</summary>
static class NaiveKMeans
{
    public static double BestInertia(float[][] points, int clusters, int restarts, int seed)
    {
        var best = double.PositiveInfinity;
        for (var restart = 0; restart < restarts; restart++) best = Math.Min(best, Inertia(points, Lloyd(points, clusters, seed + restart)));
        return best;
    }

    /// <summary>The sum of squared distances from the means of the clusters, whatever the labels are.</summary>
    public static double Inertia(float[][] points, int[] labels)
    {
        var sum = 0.0;
        foreach (var cluster in points.Zip(labels).GroupBy(point => point.Second, point => point.First))
        {
            var members = cluster.ToArray();
            for (var d = 0; d < members[0].Length; d++)
            {
                var mean = members.Average(point => (double)point[d]);
                sum += members.Sum(point => (point[d] - mean) * (point[d] - mean));
            }
        }

        return sum;
    }

    public static int[] Lloyd(float[][] points, int clusters, int seed)
    {
        var random = new Random(seed);
        var middles = Enumerable.Range(0, clusters).Select(_ => Array.ConvertAll(points[random.Next(points.Length)], x => (double)x)).ToArray();
        var labels = new int[points.Length];
        for (var pass = 0; pass < 300; pass++)
        {
            var changed = false;
            for (var i = 0; i < points.Length; i++)
            {
                var nearest = 0;
                for (var c = 1; c < clusters; c++)
                {
                    if (Squared(points[i], middles[c]) < Squared(points[i], middles[nearest])) nearest = c;
                }

                changed |= nearest != labels[i];
                labels[i] = nearest;
            }

            if (!changed && pass > 0) break;
            for (var c = 0; c < clusters; c++)
            {
                var members = points.Where((_, i) => labels[i] == c).ToArray();
                if (members.Length == 0) continue;
                for (var d = 0; d < middles[c].Length; d++) middles[c][d] = members.Average(point => (double)point[d]);
            }
        }

        return labels;
    }

    static double Squared(float[] point, double[] middle)
    {
        var sum = 0.0;
        for (var d = 0; d < point.Length; d++) sum += (point[d] - middle[d]) * (point[d] - middle[d]);
        return sum;
    }
}
