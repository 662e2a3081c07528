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
    /// <summary>True where the vector road is taken; false leaves the scalar definition.</summary>
    public static bool IsVectorized
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.IsHardwareAccelerated;
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

    /// <summary>A += w·x·xᵀ on the lower triangle of the square row-major matrix A.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddOuterLower(float w, ReadOnlySpan<float> x, Span<float> a)
    {
        Require((long)x.Length * x.Length, a.Length);
        if (IsVectorized) VectorKernels.AddOuterLower(w, x, a);
        else ScalarKernels.AddOuterLower(w, x, a);
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
