namespace Matinee.Engine.Numerics;

/// <summary>A large symmetric matrix of floats, row-major, its sides rounded up to whole tiles.</summary>
/// <remarks>Only the lower triangle counts until <see cref="SymmetricInverse"/> has filled both.</remarks>
sealed class SymmetricMatrix
{
    /// <summary>The largest order whose elements one array can hold.</summary>
    public const int MaxOrder = 46_336;

    readonly float[] _values;

    public SymmetricMatrix(int order)
    {
        Order = Check.InRange(order, 0, MaxOrder);
        Stride = (order + Kernels.TileSide - 1) / Kernels.TileSide * Kernels.TileSide;
        _values = new float[(long)Stride * Stride];
        // The rounding up is an identity of its own: it neither touches the rest nor makes it singular.
        for (var i = order; i < Stride; i++) Row(i)[i] = 1;
    }

    public int Order { get; }

    /// <summary>The order rounded up, which is how far apart two rows are.</summary>
    public int Stride { get; }

    public Span<float> Values => _values;

    public Span<float> Row(int row) => _values.AsSpan(row * Stride, Stride);
}
