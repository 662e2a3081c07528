using Matinee.Engine.Numerics;
using Matinee.Engine.Training;

namespace Matinee.Engine.Portraits.Clusters;

/// <summary>Middles that small random batches of the points pull along (Sculley, 2010), each by less the more it has seen.</summary>
static class MiniBatch
{
    const int BatchSize = 2048;
    const int Batches = 150;
    const ulong Stream = 2UL << 32;

    /// <summary>Moves the middles, in place.</summary>
    public static void Pull(Points points, float[] middles, ulong seed, ulong stream, TrainingRun run)
    {
        var clusters = middles.Length / points.Stride;
        var random = new SeededRandom(seed, stream + Stream);
        var (scores, halves, seen) = (new float[clusters], new float[clusters], new int[clusters]);
        var (rows, labels) = (new int[BatchSize], new int[BatchSize]);
        for (var batch = 0; batch < Batches; batch++)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            for (var c = 0; c < clusters; c++) halves[c] = Kernels.Dot(Middle(c), Middle(c)) / 2;
            for (var i = 0; i < BatchSize; i++)
            {
                rows[i] = random.Next(points.Count);
                Kernels.RowsDot(middles, points[rows[i]], scores);
                for (var c = 0; c < clusters; c++) scores[c] -= halves[c];
                labels[i] = 0;
                for (var c = 1; c < clusters; c++) labels[i] = scores[c] > scores[labels[i]] ? c : labels[i];
            }

            for (var i = 0; i < BatchSize; i++)
            {
                var middle = Middle(labels[i]);
                var point = points[rows[i]];
                var share = 1f / ++seen[labels[i]];
                for (var d = 0; d < middle.Length; d++) middle[d] += (point[d] - middle[d]) * share;
            }
        }

        Span<float> Middle(int c) => middles.AsSpan(c * points.Stride, points.Stride);
    }
}
