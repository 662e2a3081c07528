using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Als;

/// <summary>Solves one row, a block of factors at a time. One scratch a thread.</summary>
/// <remarks>
/// The predictions of the row's ratings are kept up to date, so a block needs only its own part of the other side: with k factors
/// and blocks of b, a rating costs k·b/2 multiply-adds for the matrices and some 3·k for the rest.
/// </remarks>
sealed class AlsRow(int factors, int blockSize, StarWeights stars)
{
    const int GatheredAtOnce = 64;

    readonly float[] _matrix = new float[blockSize * blockSize];
    readonly float[] _step = new float[blockSize];
    readonly float[] _gathered = new float[GatheredAtOnce * blockSize];
    float[] _weights = [];
    float[] _predictions = [];

    /// <summary>Makes x the minimum, block after block, of what the row adds to the loss.</summary>
    /// <param name="x">The row's factors, which are the start as well.</param>
    /// <param name="regularization">How strongly they are drawn towards zero.</param>
    /// <param name="row">The row's ratings.</param>
    /// <param name="other">The other side.</param>
    /// <param name="gram">The weighted Gramian of the other side, all of it.</param>
    public void Solve(Span<float> x, float regularization, RatingRow row, AlsSide other, ReadOnlySpan<float> gram)
    {
        if (row.Count == 0)
        {
            x.Clear();
            return;
        }

        Predict(x, row, other);
        for (var start = 0; start < factors; start += blockSize)
        {
            var width = Math.Min(blockSize, factors - start);
            var matrix = _matrix.AsSpan(0, width * width);
            var step = _step.AsSpan(0, width);
            for (var r = 0; r < width; r++)
            {
                var ofAll = gram.Slice((start + r) * factors, factors);
                ofAll.Slice(start, width).CopyTo(matrix[(r * width)..]);
                matrix[r * width + r] += regularization;
                step[r] = -Kernels.Dot(ofAll, x) - regularization * x[start + r];
            }

            Collect(row.Others, other.Factors, start, matrix, step);
            Cholesky.Factor(matrix, width);
            Cholesky.Solve(matrix, width, step);
            Kernels.AddScaled(1, step, x.Slice(start, width));
            for (var i = 0; i < row.Count; i++) _predictions[i] += Kernels.Dot(Block(other.Factors, row.Others[i], start, width), step);
        }
    }

    void Predict(ReadOnlySpan<float> x, RatingRow row, AlsSide other)
    {
        if (_weights.Length < row.Count) (_weights, _predictions) = (new float[2 * row.Count], new float[2 * row.Count]);
        for (var i = 0; i < row.Count; i++)
        {
            _weights[i] = stars.OfHalves(row.Halves[i]) * other.Weights[row.Others[i]];
            _predictions[i] = Kernels.Dot(Block(other.Factors, row.Others[i], 0, factors), x);
        }
    }

    // Adds the ratings to the block's equations: w·y·yᵀ to the matrix, w·(1 − prediction)·y to the right side.
    void Collect(ReadOnlySpan<int> others, ReadOnlySpan<float> all, int start, Span<float> matrix, Span<float> right)
    {
        var width = right.Length;
        for (var first = 0; first < others.Length; first += GatheredAtOnce)
        {
            var gathered = _gathered.AsSpan(0, Math.Min(GatheredAtOnce, others.Length - first) * width);
            gathered.Clear();
            for (var at = 0; at < gathered.Length; at += width)
            {
                var i = first + at / width;
                var block = Block(all, others[i], start, width);
                Kernels.AddScaled(MathF.Sqrt(_weights[i]), block, gathered.Slice(at, width));
                Kernels.AddScaled(_weights[i] * (1 - _predictions[i]), block, right);
            }

            Kernels.AddGramLower(gathered, width, matrix);
        }
    }

    ReadOnlySpan<float> Block(ReadOnlySpan<float> all, int row, int start, int width) => all.Slice(row * factors + start, width);
}
