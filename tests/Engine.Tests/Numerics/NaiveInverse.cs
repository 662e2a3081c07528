namespace Matinee.Engine.Tests.Numerics;

/// <summary>The inverse of a matrix in double, as it is taught: Gauss and Jordan with pivots.</summary>
static class NaiveInverse
{
    public static double[,] Of(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var (left, right) = ((double[,])matrix.Clone(), new double[n, n]);
        for (var i = 0; i < n; i++) right[i, i] = 1;
        for (var p = 0; p < n; p++)
        {
            var pivot = Enumerable.Range(p, n - p).MaxBy(r => Math.Abs(left[r, p]));
            for (var c = 0; c < n; c++)
            {
                (left[p, c], left[pivot, c]) = (left[pivot, c], left[p, c]);
                (right[p, c], right[pivot, c]) = (right[pivot, c], right[p, c]);
            }

            var scale = left[p, p];
            for (var c = 0; c < n; c++) (left[p, c], right[p, c]) = (left[p, c] / scale, right[p, c] / scale);
            for (var r = 0; r < n; r++)
            {
                var factor = left[r, p];
                if (r == p || factor == 0) continue;
                for (var c = 0; c < n; c++)
                {
                    left[r, c] -= factor * left[p, c];
                    right[r, c] -= factor * right[p, c];
                }
            }
        }

        return right;
    }

    /// <summary>Solves by the inverse.</summary>
    public static double[] Solve(double[,] matrix, double[] right)
    {
        var inverse = Of(matrix);
        return [.. Enumerable.Range(0, right.Length).Select(r => Enumerable.Range(0, right.Length).Sum(c => inverse[r, c] * right[c]))];
    }
}
