using Matinee.Engine.Numerics;

namespace Matinee.Engine.Portraits.Clusters;

/// <summary>k-means++ (Arthur and Vassilvitskii, 2007), the greedy kind: of several draws the one that brings all points nearest.</summary>
static class Seeding
{
    /// <summary>More points than this tell no more about where middles might lie.</summary>
    const int MostPoints = 10_000;

    const ulong SampleStream = 1UL << 32;

    /// <summary>Middles for a start, padded; each is a point, drawn with a chance that grows with the squared distance from those before.</summary>
    public static float[] Middles(Points all, int clusters, ulong seed, ulong stream)
    {
        var points = all.Sample(MostPoints, seed, stream + SampleStream);
        var random = new SeededRandom(seed, stream);
        var draws = 2 + (int)Math.Log(clusters);
        var middles = new float[clusters * points.Stride];
        var (nearest, candidate, best) = (new float[points.Count], new float[points.Count], new float[points.Count]);
        Array.Fill(nearest, float.PositiveInfinity);
        for (var c = 0; c < clusters; c++)
        {
            var (chosen, least) = (-1, double.PositiveInfinity);
            for (var draw = 0; draw < (c == 0 ? 1 : draws); draw++)
            {
                var point = c == 0 ? random.Next(points.Count) : Drawn(nearest, ref random);
                var sum = Distances(points, point, nearest, candidate);
                if (sum >= least) continue;
                (chosen, least) = (point, sum);
                (candidate, best) = (best, candidate);
            }

            points[chosen].CopyTo(middles.AsSpan(c * points.Stride));
            (nearest, best) = (best, nearest);
        }

        return middles;
    }

    /// <summary>A point with the chance of its weight; any where all weights are zero.</summary>
    public static int Drawn(ReadOnlySpan<float> weights, ref SeededRandom random)
    {
        var total = 0.0;
        foreach (var weight in weights) total += weight;
        if (!(total > 0)) return random.Next(weights.Length);
        var left = random.NextDouble() * total;
        var last = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] <= 0) continue;
            last = i;
            left -= weights[i];
            if (left < 0) break;
        }

        return last;
    }

    /// <summary>The squared distances from one point, or from what was nearer before; returns their sum.</summary>
    static double Distances(Points points, int from, ReadOnlySpan<float> nearest, float[] distances)
    {
        Kernels.RowsDot(points.Rows, points[from], distances);
        var sum = 0.0;
        for (var i = 0; i < distances.Length; i++)
        {
            var squared = points.SquaredLengths[i] - 2 * distances[i] + points.SquaredLengths[from];
            distances[i] = Math.Min(Math.Max(0, squared), nearest[i]);
            sum += distances[i];
        }

        return sum;
    }
}
