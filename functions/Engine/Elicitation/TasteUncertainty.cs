using Matinee.Engine.Numerics;

namespace Matinee.Engine.Elicitation;

/// <summary>How uncertain somebody's taste is, and by how much less a rating more would leave it. Not to be shared between threads.</summary>
/// <remarks>
/// With Σ the covariance of the taste and W the importance of its directions, trace(W·Σ) is the mean squared error of predictions that comes from
/// not knowing the taste. A rating of x takes τ·xᵀΣWΣx / (1 + τ·xᵀΣx) off it: the A-optimal design of experiments, one question after the other.
/// </remarks>
public sealed class TasteUncertainty
{
    readonly TasteSpace _space;
    readonly ReadOnlyMemory<float> _importance;
    readonly float[] _covariance;
    readonly float[] _weighed; // Σ·W·Σ
    readonly float[] _x;
    readonly float[] _product;

    /// <summary>The uncertainty about somebody who has rated some films.</summary>
    /// <param name="space">What tastes are.</param>
    /// <param name="importance">What matters, as <see cref="TasteSpace.Importance"/> gives it.</param>
    /// <param name="rated">The films; those that the space does not know (-1) tell nothing.</param>
    public TasteUncertainty(TasteSpace space, ReadOnlyMemory<float> importance, ReadOnlySpan<int> rated)
    {
        ArgumentNullException.ThrowIfNull(space);
        var width = space.Width;
        if (importance.Length != width * width) Throw.Lengths(width * width, importance.Length);
        (_space, _importance) = (space, importance);
        (_covariance, _weighed, _x, _product) = (new float[width * width], new float[width * width], new float[width], new float[width]);
        var equations = new float[width * width];
        var scaled = new float[width];
        for (var i = 0; i < width; i++) equations[i * width + i] = space.Precisions[i];
        foreach (var item in rated)
        {
            if ((uint)item >= (uint)space.Items.Count) continue;
            space.Copy(item, _x);
            scaled.AsSpan().Clear();
            Kernels.AddScaled(MathF.Sqrt(space.NoisePrecision), _x, scaled);
            Kernels.AddGramLower(scaled, width, equations);
        }

        Cholesky.Factor(equations, width);
        Cholesky.Invert(equations, width, _covariance);
        Weigh();
    }

    /// <summary>The mean squared error of predictions that comes from not knowing the taste, in stars².</summary>
    public double Error
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < _covariance.Length; i++) sum += (double)_covariance[i] * _importance.Span[i];
            return sum;
        }
    }

    /// <summary>By how much a rating of a film would make <see cref="Error"/> less.</summary>
    public double GainOf(int item)
    {
        _space.Copy(item, _x);
        return _space.NoisePrecision * Quadratic(_weighed) / (1 + _space.NoisePrecision * Quadratic(_covariance));
    }

    /// <summary>Takes a rating of a film in, as far as it is likely to come.</summary>
    /// <param name="item">The film.</param>
    /// <param name="chance">How likely it is, 0 to 1: so much of what it would tell counts.</param>
    public void Expect(int item, double chance)
    {
        _space.Copy(item, _x);
        var width = _x.Length;
        var tau = _space.NoisePrecision;
        Multiply(_covariance, _x, _product);
        var share = (float)(chance * tau / (1 + tau * Kernels.Dot(_x, _product)));
        for (var r = 0; r < width; r++) Kernels.AddScaled(-share * _product[r], _product, _covariance.AsSpan(r * width, width));
        Weigh();
    }

    double Quadratic(float[] matrix)
    {
        Multiply(matrix, _x, _product);
        return Kernels.Dot(_x, _product);
    }

    void Weigh()
    {
        var width = _x.Length;
        var half = new float[width * width];
        // All three are symmetric: rows serve as columns.
        for (var r = 0; r < width; r++) Multiply(_importance.Span, _covariance.AsSpan(r * width, width), half.AsSpan(r * width, width));
        for (var r = 0; r < width; r++) Multiply(_covariance, half.AsSpan(r * width, width), _weighed.AsSpan(r * width, width));
    }

    static void Multiply(ReadOnlySpan<float> matrix, ReadOnlySpan<float> x, Span<float> product) => Kernels.RowsDot(matrix, x, product);
}
