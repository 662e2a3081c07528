using Matinee.Engine.Training;

namespace Matinee.Engine.Numerics;

/// <summary>The inverse of a large symmetric positive definite matrix, in place.</summary>
/// <remarks>
/// <para>
/// A block at a time is swept (Gauss and Jordan, on the lower triangle alone). For the block K and the rest R, with
/// A[K,K] = L·Lᵀ and C = A[R,K]·L⁻ᵀ: A[R,R] −= C·Cᵀ, A[R,K] becomes A[R,K]·A[K,K]⁻¹ and A[K,K] becomes −A[K,K]⁻¹. After the last
/// block A is −A⁻¹. That is n³/2 multiply-adds, as few as factoring and inverting takes, and nearly all of them are in the
/// one product, which runs in tiles and has all rows to share out at every step.
/// </para>
/// <para>
/// Floats are enough: a Gram matrix with a regularized diagonal is as well conditioned as its scaling to a unit diagonal is,
/// and each element adds up in blocks. Each is computed in one fixed order, so threads do not change a bit.
/// </para>
/// </remarks>
static class SymmetricInverse
{
    const int Block = 128;
    const int Tile = Kernels.TileSide;
    const int TilesTogether = 4;

    /// <summary>Replaces the matrix by its inverse, both triangles.</summary>
    /// <exception cref="InvalidOperationException">The matrix is not positive definite.</exception>
    public static void Invert(SymmetricMatrix a, TrainingRun run, string stage)
    {
        var n = a.Stride;
        var panel = new float[n * Block];
        for (var start = 0; start < n; start += Block)
        {
            run.Progress?.Report(new(stage, (double)start / n));
            Sweep(a, start, Math.Min(Block, n - start), panel, run);
        }

        Finish(a, run);
        run.Progress?.Report(new(stage, 1));
    }

    static void Sweep(SymmetricMatrix a, int start, int width, float[] panel, TrainingRun run)
    {
        var l = new float[width * width];
        for (var r = 0; r < width; r++) a.Row(start + r).Slice(start, r + 1).CopyTo(l.AsSpan(r * width));
        Cholesky.Factor(l, width);

        // The panel holds C in slices of 16 rows, each slice transposed: what a tile reads lies together.
        var packed = width * Tile;
        Rows.ForEach(a.Stride / Tile, run, () => new float[width], (slice, row) =>
        {
            for (var i = 0; i < Tile; i++) Eliminate(a, slice * Tile + i, start, l, row, panel.AsSpan(slice * packed, packed)[i..]);
        });
        Rows.ForEach((a.Stride / Tile + TilesTogether - 1) / TilesTogether, run, () => 0, (group, _) =>
        {
            var last = Math.Min((group + 1) * TilesTogether, a.Stride / Tile);
            for (var c = 0; c < last; c++)
            {
                for (var r = Math.Max(c, group * TilesTogether); r < last; r++)
                {
                    Kernels.AddTile(
                        -1, panel.AsSpan(r * packed, packed), panel.AsSpan(c * packed, packed), a.Values[(r * Tile * a.Stride + c * Tile)..], a.Stride);
                }
            }
        }, chunk: 1);
        Rows.ForEach(width, run, () => new float[width], (column, unit) =>
        {
            unit.AsSpan().Clear();
            unit[column] = -1;
            Cholesky.Solve(l, width, unit);
            for (var r = column; r < width; r++) a.Row(start + r)[start + column] = unit[r];
        });
    }

    // Row i of C into the panel, row i of A[R,K]·A[K,K]⁻¹ back into the matrix; the block's own rows take no part.
    static void Eliminate(SymmetricMatrix a, int i, int start, float[] l, float[] row, Span<float> panel)
    {
        var within = i >= start && i < start + row.Length;
        if (within) row.AsSpan().Clear();
        else if (i > start) a.Row(i).Slice(start, row.Length).CopyTo(row);
        else
        {
            for (var p = 0; p < row.Length; p++) row[p] = a.Row(start + p)[i];
        }

        Cholesky.SolveLower(l, row.Length, row);
        for (var p = 0; p < row.Length; p++) panel[p * Tile] = row[p];
        if (within) return;
        Cholesky.SolveUpper(l, row.Length, row);
        if (i > start) row.CopyTo(a.Row(i)[start..]);
        else
        {
            for (var p = 0; p < row.Length; p++) a.Row(start + p)[i] = row[p];
        }
    }

    static void Finish(SymmetricMatrix a, TrainingRun run)
    {
        Rows.ForEach(a.Stride, run, () => 0, (r, _) =>
        {
            foreach (ref var value in a.Row(r)[..(r + 1)]) value = -value;
        });
        Rows.ForEach(a.Stride, run, () => 0, (r, _) =>
        {
            for (var c = r + 1; c < a.Stride; c++) a.Row(r)[c] = a.Row(c)[r];
        });
    }
}
