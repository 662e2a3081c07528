using Matinee.Engine.Numerics;

namespace Matinee.Engine.Factorization;

/// <summary>
/// The equations of one row, collected from its ratings and solved: w = (factors, bias) is normal with precision
/// P + τ·Σ E[x·xᵀ] and mean its inverse times P·prior + τ·Σ E[(stars - mean - b)·x]. One scratch a thread.
/// </summary>
sealed class RowEquations(MomentLayout layout)
{
    readonly float[] _sums = new float[layout.Stride];
    readonly float[] _weighted = new float[2 * layout.Width];
    readonly float[] _matrix = new float[layout.Width * layout.Width];
    readonly float[] _inverse = new float[layout.Width * layout.Width];
    readonly float[] _mean = new float[layout.Width];
    double _squares;

    /// <summary>The solution: factors, then bias.</summary>
    public ReadOnlySpan<float> Mean => _mean;

    /// <summary>Takes the ratings in: the moments of the other side at <paramref name="others"/>, and the stars less the mean of all.</summary>
    public void Collect(ReadOnlySpan<float> moments, ReadOnlySpan<int> others, ReadOnlySpan<float> stars)
    {
        Kernels.SumRows(moments, layout.Stride, others, _sums);
        _weighted.AsSpan().Clear();
        _squares = 0;
        for (var i = 0; i < others.Length; i++)
        {
            var start = others[i] * layout.Stride + layout.Design;
            Kernels.AddScaled(stars[i], moments.Slice(start, _weighted.Length), _weighted);
            _squares += stars[i] * stars[i];
        }
    }

    /// <summary>Solves for the mean.</summary>
    public void Solve(float noisePrecision, ReadOnlySpan<float> precisions, ReadOnlySpan<float> prior)
    {
        var width = layout.Width;
        var at = 0;
        for (var r = 0; r < width; r++)
        {
            for (var c = 0; c <= r; c++) _matrix[r * width + c] = noisePrecision * _sums[at++];
            _matrix[r * width + r] += precisions[r];
            _mean[r] = noisePrecision * (_weighted[r] - _sums[layout.Cross + r]) + precisions[r] * prior[r];
        }

        Cholesky.Factor(_matrix, width);
        Cholesky.Solve(_matrix, width, _mean);
    }

    /// <summary>After <see cref="Solve"/>: writes the moments of this row as the other side will need them.</summary>
    public void WriteMoments(Span<float> moments)
    {
        var width = layout.Width;
        Cholesky.Invert(_matrix, width, _inverse);
        var bias = _mean[^1];
        var at = 0;
        for (var r = 0; r < layout.Factors; r++)
        {
            for (var c = 0; c <= r; c++) moments[at++] = _mean[r] * _mean[c] + _inverse[r * width + c];
        }

        _mean.AsSpan(0, layout.Factors).CopyTo(moments[at..]);
        moments[layout.Cross - 1] = 1;
        for (var c = 0; c < layout.Factors; c++) moments[layout.Cross + c] = bias * _mean[c] + _inverse[layout.Factors * width + c];
        moments[layout.Bias] = bias;
        moments[layout.Square] = bias * bias + _inverse[^1];
    }

    /// <summary>After <see cref="WriteMoments"/>: the expected sum of squared errors over the row's ratings.</summary>
    public double ExpectedSquaredError()
    {
        var error = _squares - 2.0 * _weighted[^1] + _sums[layout.Square];
        var at = 0;
        for (var r = 0; r < layout.Width; r++)
        {
            error -= 2.0 * _mean[r] * (_weighted[r] - _sums[layout.Cross + r]);
            for (var c = 0; c <= r; c++)
            {
                double moment = _mean[r] * _mean[c] + _inverse[r * layout.Width + c];
                error += (c < r ? 2 : 1) * moment * _sums[at++];
            }
        }

        return error;
    }

    /// <summary>After <see cref="WriteMoments"/>: how uncertain an unknown still is.</summary>
    public float Variance(int unknown) => _inverse[unknown * layout.Width + unknown];
}
