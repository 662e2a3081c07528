using Matinee.Engine.Numerics;
using Matinee.Engine.Training;

namespace Matinee.Engine.Portraits.Clusters;

/// <summary>
/// The mean silhouette (Rousseeuw, 1987) over all points, or over a seeded sample where they are many: the distances between all
/// pairs are found once and serve every clustering that is asked about.
/// </summary>
sealed class Silhouette
{
    const ulong Stream = 5UL << 32;

    readonly int[] _rows;
    readonly float[] _distances;
    readonly TrainingRun _run;

    public Silhouette(Points points, int mostPoints, TrainingRun run)
    {
        _run = run;
        _rows = Points.SampleOf(points.Count, mostPoints, run.Seed, Stream);
        _distances = new float[(long)_rows.Length * _rows.Length];
        Rows.ForEach(_rows.Length, run, () => 0, (i, _) =>
        {
            for (var j = 0; j < _rows.Length; j++)
            {
                var dot = Kernels.Dot(points[_rows[i]], points[_rows[j]]);
                var squared = points.SquaredLengths[_rows[i]] + points.SquaredLengths[_rows[j]] - 2 * dot;
                _distances[i * _rows.Length + j] = i == j ? 0 : MathF.Sqrt(Math.Max(0, squared));
            }
        });
    }

    /// <summary>−1 to 1; a point alone in its cluster counts 0, and so does everything where there is one cluster only.</summary>
    public double Of(Clustering clustering)
    {
        var labels = Array.ConvertAll(_rows, row => clustering.Labels[row]);
        var sizes = new int[clustering.Clusters];
        foreach (var label in labels) sizes[label]++;
        var values = new double[labels.Length];
        Rows.ForEach(values.Length, _run, () => new double[sizes.Length], (i, sums) =>
        {
            Array.Clear(sums);
            var distances = _distances.AsSpan(i * labels.Length, labels.Length);
            for (var j = 0; j < labels.Length; j++) sums[labels[j]] += distances[j];
            values[i] = Value(sums, sizes, labels[i]);
        });
        return values.Length == 0 ? 0 : values.Sum() / values.Length;
    }

    static double Value(double[] sums, int[] sizes, int own)
    {
        if (sizes[own] < 2) return 0;
        var (within, nearest) = (sums[own] / (sizes[own] - 1), double.PositiveInfinity);
        for (var c = 0; c < sums.Length; c++)
        {
            if (c != own && sizes[c] > 0) nearest = Math.Min(nearest, sums[c] / sizes[c]);
        }

        var larger = Math.Max(within, nearest);
        return double.IsFinite(nearest) && larger > 0 ? (nearest - within) / larger : 0;
    }
}
