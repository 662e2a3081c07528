using Matinee.Engine.Numerics;
using Matinee.Engine.Training;

namespace Matinee.Engine.Portraits.Clusters;

/// <summary>
/// Moves single points for as long as that lowers the inertia (Hartigan and Wong, 1979): unlike Lloyd's passes it counts that
/// both means follow the point, so that it leaves optima in which those are stuck.
/// </summary>
static class Exchange
{
    const int MaxPasses = 20;

    // Of the squared distances: what a move gains must stand out from what rounding makes up.
    const float LeastGain = 1e-5f;

    /// <summary>The middles after the moves; the partition must be settled and stays as it is.</summary>
    public static float[] Middles(Points points, Partition settled, TrainingRun run)
    {
        var middles = settled.Middles.AsSpan().ToArray();
        var (labels, sizes) = (settled.Labels.AsSpan().ToArray(), settled.Sizes.AsSpan().ToArray());
        var halves = new float[sizes.Length];
        for (var c = 0; c < sizes.Length; c++) halves[c] = HalfSquare(middles, points.Stride, c);
        var scores = new float[sizes.Length];
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var moved = 0;
            for (var row = 0; row < points.Count; row++)
            {
                if ((row & 1023) == 0) run.Cancellation.ThrowIfCancellationRequested();
                var from = labels[row];
                if (sizes[from] < 2) continue;
                Kernels.RowsDot(middles, points[row], scores);
                var to = Best(scores, halves, sizes, from, points.SquaredLengths[row]);
                if (to == from) continue;
                Move(middles, points[row], from, -1f / --sizes[from]);
                Move(middles, points[row], to, 1f / ++sizes[to]);
                (halves[from], halves[to]) = (HalfSquare(middles, points.Stride, from), HalfSquare(middles, points.Stride, to));
                labels[row] = to;
                moved++;
            }

            if (moved == 0) break;
        }

        return middles;
    }

    static int Best(float[] scores, float[] halves, int[] sizes, int from, float square)
    {
        var stays = (square - 2 * (scores[from] - halves[from])) * sizes[from] / (sizes[from] - 1);
        var (best, least) = (from, stays * (1 - LeastGain));
        for (var c = 0; c < scores.Length; c++)
        {
            var cost = (square - 2 * (scores[c] - halves[c])) * sizes[c] / (sizes[c] + 1);
            if (c != from && cost < least) (best, least) = (c, cost);
        }

        return best;
    }

    // mean += (x − mean) · share, with the size that is new.
    static void Move(float[] middles, ReadOnlySpan<float> point, int cluster, float share)
    {
        var middle = middles.AsSpan(cluster * point.Length, point.Length);
        for (var i = 0; i < middle.Length; i++) middle[i] += (point[i] - middle[i]) * share;
    }

    static float HalfSquare(float[] middles, int stride, int cluster)
    {
        var middle = middles.AsSpan(cluster * stride, stride);
        return Kernels.Dot(middle, middle) / 2;
    }
}
