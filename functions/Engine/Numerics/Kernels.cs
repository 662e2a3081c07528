using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Matinee.Engine.Numerics;

/// <summary>The arithmetic that everything else is made of, on the widest road the processor has.</summary>
/// <remarks>
/// Each kernel has its definition in <see cref="ScalarKernels"/>. The reductions are written here rather than taken
/// from TensorPrimitives because those split their input by memory alignment: the same numbers at another address
/// would add up in another order, and a model would no longer be the same to the last bit.
/// </remarks>
static class Kernels
{
    /// <summary>The side of a tile of <see cref="AddTile"/>.</summary>
    public const int TileSide = 16;

    /// <summary>True where the vector road is taken; false leaves the scalar definition.</summary>
    /// <remarks>A processor with 128-bit vectors only (ARM) takes each 256-bit vector as two halves: nearly as fast, as its memory is.</remarks>
    public static bool IsVectorized
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.IsHardwareAccelerated;
    }

    /// <summary>Σ x[i]·y[i].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        Require(x.Length, y.Length);
        return IsVectorized ? VectorKernels.Dot(x, y) : ScalarKernels.Dot(x, y);
    }

    /// <summary>y[i] += a·x[i].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddScaled(float a, ReadOnlySpan<float> x, Span<float> y)
    {
        Require(x.Length, y.Length);
        if (IsVectorized) VectorKernels.AddScaled(a, x, y);
        else ScalarKernels.AddScaled(a, x, y);
    }

    /// <summary>A += Rᵀ·R on the lower triangle of the n × n matrix A, all row-major; other parts of A may change as well.</summary>
    public static void AddGramLower(ReadOnlySpan<float> rows, int n, Span<float> a)
    {
        Require((long)n * n, a.Length);
        Require(rows.Length, rows.Length / n * n);
        if (IsVectorized) VectorKernels.AddGramLower(rows, n, a);
        else ScalarKernels.AddGramLower(rows, n, a);
    }

    /// <summary>C += w·Xᵀ·Y for a tile of 16 × 16 at the start of <paramref name="c"/>; X and Y are row-major with 16 columns.</summary>
    public static void AddTile(float w, ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> c, int stride)
    {
        Require(x.Length, y.Length);
        Require(x.Length, x.Length / TileSide * TileSide);
        Require(Math.Max(stride, TileSide), stride);
        Require(Math.Max(c.Length, (TileSide - 1L) * stride + TileSide), c.Length);
        if (IsVectorized) VectorKernels.AddTile(w, x, y, c, stride);
        else ScalarKernels.AddTile(w, x, y, c, stride);
    }

    /// <summary>scores[r] = row r of the row-major matrix · x: the inner loop of serving.</summary>
    public static void RowsDot(ReadOnlySpan<float> rows, ReadOnlySpan<float> x, Span<float> scores)
    {
        Require(rows.Length, (long)scores.Length * x.Length);
        if (IsVectorized) VectorKernels.RowsDot(rows, x, scores);
        else ScalarKernels.RowsDot(rows, x, scores);
    }

    /// <summary>sum = Σ of the chosen rows of a row-major table; rows may repeat and are added in the order given.</summary>
    public static void SumRows(ReadOnlySpan<float> table, int width, ReadOnlySpan<int> rows, Span<float> sum)
    {
        Require(width, sum.Length);
        foreach (var row in rows)
        {
            if ((uint)row >= (uint)(table.Length / width)) Throw.Row(row, table.Length / width);
        }

        if (IsVectorized) VectorKernels.SumRows(table, width, rows, sum);
        else ScalarKernels.SumRows(table, width, rows, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Require(long left, long right)
    {
        if (left != right) Throw.Lengths(left, right);
    }
}
