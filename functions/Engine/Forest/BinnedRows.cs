using Matinee.Engine.Features;
using Matinee.Engine.Numerics;
using Matinee.Engine.Training;

namespace Matinee.Engine.Forest;

/// <summary>The rows, each number replaced by the place of its range: what histograms are summed up from.</summary>
/// <remarks>A number x stands in bin b where b bounds lie below it, so x ≤ bounds[b] says the same as "bin ≤ b".</remarks>
sealed class BinnedRows
{
    // Quantiles of so many rows are as good as those of all.
    const int Sampled = 50_000;

    readonly byte[][] _columns;
    readonly float[][] _bounds;

    public BinnedRows(FeatureRows rows, int bins, TrainingRun run)
    {
        Stars = rows.Stars;
        (_columns, _bounds) = (new byte[rows.Width][], new float[rows.Width][]);
        var step = Math.Max(1, (rows.Count + Sampled - 1) / Sampled);
        Rows.ForEach(rows.Width, run, () => new float[(rows.Count + step - 1) / step], (column, sample) =>
        {
            for (var i = 0; i < sample.Length; i++) sample[i] = rows.Values[i * step * rows.Width + column];
            sample.AsSpan().Sort();
            _bounds[column] = Bounds(sample, bins);
            var places = new byte[rows.Count];
            for (var row = 0; row < places.Length; row++) places[row] = Bin(_bounds[column], rows.Values[row * rows.Width + column]);
            _columns[column] = places;
        }, chunk: 1);
    }

    public int Width => _columns.Length;

    public ReadOnlyMemory<float> Stars { get; }

    public ReadOnlySpan<byte> Column(int column) => _columns[column];

    /// <summary>How many ranges a column has: one where all its numbers are the same.</summary>
    public int BinsOf(int column) => _bounds[column].Length + 1;

    /// <summary>The upper bound of a range but the last.</summary>
    public float Bound(int column, int bin) => _bounds[column][bin];

    /// <summary>Halfway between neighbours at equal steps through the sorted numbers, without repeats.</summary>
    static float[] Bounds(ReadOnlySpan<float> sorted, int bins)
    {
        var bounds = new List<float>();
        for (var bin = 1; bin < bins; bin++)
        {
            var at = (int)((long)bin * sorted.Length / bins);
            // The next place where the numbers change: a bound can't part equal ones.
            while (at > 0 && at < sorted.Length && sorted[at] == sorted[at - 1]) at++;
            if (at == 0 || at >= sorted.Length) continue;
            var bound = sorted[at - 1] + (sorted[at] - sorted[at - 1]) / 2;
            if (bounds.Count == 0 || bound > bounds[^1]) bounds.Add(bound);
        }

        return [.. bounds];
    }

    static byte Bin(float[] bounds, float value)
    {
        var (low, high) = (0, bounds.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (bounds[middle] < value) low = middle + 1;
            else high = middle;
        }

        return (byte)low;
    }
}
