using Matinee.Engine.Numerics;
using Matinee.Engine.Training;

namespace Matinee.Engine.Portraits.Clusters;

/// <summary>Points divided among the nearest of some middles: what Lloyd's passes work on.</summary>
/// <remarks>
/// A pass finds the nearest middle of every point, as the largest x·c − |c|²/2, and adds the points up by clusters in chunks of
/// fixed rows, whose sums join in order: the same bits on any number of threads. Equal distances go to the first middle.
/// </remarks>
sealed class Partition
{
    /// <summary>How many rows add up before their sum joins the others: fixed, so that the order of adding is.</summary>
    const int Chunk = 512;

    readonly Points _points;
    readonly float[] _halfSquares;
    readonly ChunkSums[] _sums;

    public Partition(Points points, float[] middles)
    {
        (_points, Middles, Labels) = (points, middles, new int[points.Count]);
        Array.Fill(Labels, -1);
        Sizes = new int[middles.Length / points.Stride];
        _halfSquares = new float[Sizes.Length];
        _sums = new ChunkSums[(points.Count + Chunk - 1) / Chunk];
        for (var i = 0; i < _sums.Length; i++) _sums[i] = new(Sizes.Length, points.Stride);
    }

    /// <summary>Padded rows, one a cluster.</summary>
    public float[] Middles { get; private set; }

    public int[] Labels { get; }

    public int[] Sizes { get; }

    public int Clusters => Sizes.Length;

    /// <summary>The sum of squared distances of the points from the means of their clusters, as of the last pass.</summary>
    public double Inertia { get; private set; } = double.PositiveInfinity;

    /// <summary>Passes until nothing changes, or until a pass gains less than the share given of the inertia.</summary>
    public void Settle(int maxPasses, double leastGain, TrainingRun run)
    {
        for (var pass = 0; pass < maxPasses; pass++)
        {
            var before = Inertia;
            if (!Pass(run) || before - Inertia < leastGain * before) return;
        }
    }

    /// <summary>Divides the points among the middles and moves these to their means; false where no point changed sides.</summary>
    public bool Pass(TrainingRun run)
    {
        for (var c = 0; c < Clusters; c++) _halfSquares[c] = Kernels.Dot(Middle(c), Middle(c)) / 2;
        Rows.ForEach(_sums.Length, run, () => new float[Clusters], Divide, chunk: 1);
        var changed = false;
        foreach (var sum in _sums) changed |= sum.Changed;
        if (!changed) return false;
        MoveToMeans();
        return true;
    }

    void Divide(int chunk, float[] scores)
    {
        var sums = _sums[chunk];
        sums.Clear();
        var end = Math.Min((chunk + 1) * Chunk, _points.Count);
        for (var row = chunk * Chunk; row < end; row++)
        {
            var point = _points[row];
            Kernels.RowsDot(Middles, point, scores);
            var (nearest, best) = (0, scores[0] - _halfSquares[0]);
            for (var c = 1; c < scores.Length; c++)
            {
                var closeness = scores[c] - _halfSquares[c];
                if (closeness > best) (nearest, best) = (c, closeness);
            }

            sums.Add(nearest, point, row, _points.SquaredLengths[row] - 2 * best);
            sums.Changed |= Labels[row] != nearest;
            Labels[row] = nearest;
        }
    }

    void MoveToMeans()
    {
        var stride = _points.Stride;
        var totals = new double[Clusters * stride];
        Array.Clear(Sizes);
        foreach (var sum in _sums)
        {
            for (var c = 0; c < Clusters; c++) Sizes[c] += sum.Counts[c];
            for (var i = 0; i < totals.Length; i++) totals[i] += sum.Values[i];
        }

        // Σ|x − mean|² = Σ|x|² − Σ size·|mean|²: nothing has to be walked again.
        var explained = 0.0;
        for (var c = 0; c < Clusters; c++)
        {
            if (Sizes[c] == 0) continue;
            for (var i = c * stride; i < (c + 1) * stride; i++)
            {
                explained += totals[i] * totals[i] / Sizes[c];
                Middles[i] = (float)(totals[i] / Sizes[c]);
            }
        }

        Inertia = Math.Max(0, _points.SumOfSquares - explained);
        if (Sizes.AsSpan().Contains(0)) SeedEmpty();
    }

    /// <summary>A middle that nobody is near goes where somebody is far from theirs; the inertia of the next pass can only fall.</summary>
    void SeedEmpty()
    {
        var farthest = _sums.OrderByDescending(sum => sum.Farthest).ThenBy(sum => sum.FarthestRow).GetEnumerator();
        for (var c = 0; c < Clusters; c++)
        {
            if (Sizes[c] > 0 || !farthest.MoveNext() || farthest.Current.Farthest <= 0) continue;
            _points[farthest.Current.FarthestRow].CopyTo(Middles.AsSpan(c * _points.Stride));
        }
    }

    Span<float> Middle(int cluster) => Middles.AsSpan(cluster * _points.Stride, _points.Stride);
}
