using System.Numerics.Tensors;

namespace Matinee.Engine.Numerics;

/// <summary>Solving small symmetric positive definite systems, in place; matrices are row-major and square.</summary>
static class Cholesky
{
    /// <summary>Replaces the lower triangle of <paramref name="a"/> by L with L·Lᵀ = a; the upper triangle is not read.</summary>
    /// <exception cref="InvalidOperationException">The matrix is not positive definite.</exception>
    public static void Factor(Span<float> a, int n)
    {
        for (var r = 0; r < n; r++)
        {
            var row = a.Slice(r * n, r + 1);
            for (var c = 0; c < r; c++)
            {
                var other = a.Slice(c * n, c + 1);
                row[c] = (row[c] - Kernels.Dot(row[..c], other[..c])) / other[c];
            }

            var square = row[r] - Kernels.Dot(row[..r], row[..r]);
            if (!(square > 0 && float.IsFinite(square))) Throw.NotPositiveDefinite(r);
            row[r] = MathF.Sqrt(square);
        }
    }

    /// <summary>Solves L·Lᵀ·x = b with the factor of <see cref="Factor"/>; b is replaced by x.</summary>
    public static void Solve(ReadOnlySpan<float> l, int n, Span<float> b)
    {
        SolveLower(l, n, b);
        SolveUpper(l, n, b);
    }

    /// <summary>Solves Lᵀ·x = y; y is replaced by x.</summary>
    public static void SolveUpper(ReadOnlySpan<float> l, int n, Span<float> b)
    {
        for (var r = n - 1; r >= 0; r--)
        {
            // Column r of Lᵀ is row r of L: subtracting as soon as an unknown is known keeps the walk contiguous.
            var row = l.Slice(r * n, r + 1);
            b[r] /= row[r];
            Kernels.AddScaled(-b[r], row[..r], b[..r]);
        }
    }

    /// <summary>Solves L·y = b; b is replaced by y.</summary>
    public static void SolveLower(ReadOnlySpan<float> l, int n, Span<float> b)
    {
        for (var r = 0; r < n; r++)
        {
            var row = l.Slice(r * n, r + 1);
            b[r] = (b[r] - Kernels.Dot(row[..r], b[..r])) / row[r];
        }
    }

    /// <summary>The inverse of L·Lᵀ, all of it, into a matrix that shares nothing with L.</summary>
    public static void Invert(ReadOnlySpan<float> l, int n, Span<float> inverse)
    {
        // All columns of the identity are solved at once, row after row, which turns short dot products into long additions.
        inverse.Clear();
        for (var r = 0; r < n; r++)
        {
            var row = inverse.Slice(r * n, r + 1);
            row[r] = 1;
            for (var c = 0; c < r; c++) Kernels.AddScaled(-l[r * n + c], inverse.Slice(c * n, c + 1), row[..(c + 1)]);
            TensorPrimitives.Multiply(row, 1 / l[r * n + r], row);
        }

        for (var r = n - 1; r >= 0; r--)
        {
            var row = inverse.Slice(r * n, n);
            for (var below = r + 1; below < n; below++) Kernels.AddScaled(-l[below * n + r], inverse.Slice(below * n, n), row);
            TensorPrimitives.Multiply(row, 1 / l[r * n + r], row);
        }
    }
}
