namespace Matinee.Engine.Numerics;

/// <summary>A handful of equations in double, where a regression must not lose digits.</summary>
static class NormalEquations
{
    /// <summary>Solves for a symmetric positive definite matrix of which only the lower triangle is read; both arguments are used up.</summary>
    public static double[] Solve(double[] matrix, double[] right)
    {
        var n = right.Length;
        for (var r = 0; r < n; r++)
        {
            for (var c = 0; c <= r; c++)
            {
                var sum = matrix[r * n + c];
                for (var k = 0; k < c; k++) sum -= matrix[r * n + k] * matrix[c * n + k];
                if (r == c && !(sum > 0)) Throw.NotPositiveDefinite(r);
                matrix[r * n + c] = r == c ? Math.Sqrt(sum) : sum / matrix[c * n + c];
            }

            for (var k = 0; k < r; k++) right[r] -= matrix[r * n + k] * right[k];
            right[r] /= matrix[r * n + r];
        }

        for (var r = n - 1; r >= 0; r--)
        {
            for (var k = r + 1; k < n; k++) right[r] -= matrix[k * n + r] * right[k];
            right[r] /= matrix[r * n + r];
        }

        return right;
    }
}
