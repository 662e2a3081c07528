using Matinee.Engine.Numerics;

namespace Matinee.Engine.Tests.Numerics;

[Trait("Road", "Either")]
public sealed class CholeskyTests
{
    readonly Random _random = new(67);

    [Fact]
    public void Factor_HandWorked_GivesTheKnownTriangle()
    {
        float[] a = [4, float.NaN, float.NaN, 12, 37, float.NaN, -16, -43, 98];

        Cholesky.Factor(a, 3);

        Assert.Equal([2, float.NaN, float.NaN, 6, 1, float.NaN, -8, 5, 3], a);
    }

    [Fact]
    public void Solve_AnySize_EqualsNaiveEliminationInDoubles()
    {
        for (var n = 1; n <= 70; n++)
        {
            var matrix = PositiveDefinite(n);
            var b = Lengths.Real(_random, n);
            var truth = Eliminate(matrix, n, b);
            var (l, x) = (matrix.ToArray(), b.ToArray());

            Cholesky.Factor(l, n);
            Cholesky.Solve(l, n, x);

            for (var i = 0; i < n; i++) Assert.Equal(truth[i], x[i], 2e-4);
        }
    }

    [Fact]
    public void SolveLower_AnySize_SolvesTheTriangleAlone()
    {
        for (var n = 1; n <= 40; n++)
        {
            var l = PositiveDefinite(n);
            Cholesky.Factor(l, n);
            var b = Lengths.Real(_random, n);
            var y = b.ToArray();

            Cholesky.SolveLower(l, n, y);

            for (var r = 0; r < n; r++)
            {
                var product = Enumerable.Range(0, r + 1).Sum(c => (double)l[(r * n) + c] * y[c]);
                Assert.Equal(b[r], product, 1e-4);
            }
        }
    }

    [Theory]
    [InlineData(1f, 2f, 1f, 1)] // determinant -3
    [InlineData(0f, 0f, 1f, 0)]
    [InlineData(-1f, 0f, 1f, 0)]
    [InlineData(1f, 1f, 1f, 1)] // singular
    [InlineData(float.NaN, 0f, 1f, 0)]
    [InlineData(1f, float.NaN, 1f, 1)]
    [InlineData(1f, float.PositiveInfinity, 1f, 1)]
    [InlineData(1f, 0f, float.PositiveInfinity, 1)]
    public void Factor_NotPositiveDefinite_NamesTheRowAndTheCure(float corner, float below, float last, int row)
    {
        float[] a = [corner, 0, below, last];

        var error = Assert.Throws<InvalidOperationException>(() => Cholesky.Factor(a, 2));

        Assert.Contains($"row {row}", error.Message, StringComparison.Ordinal);
        Assert.Contains("Increase the regularization", error.Message, StringComparison.Ordinal);
    }

    float[] PositiveDefinite(int n)
    {
        var x = Lengths.Real(_random, n * n);
        var a = new float[n * n];
        for (var r = 0; r < n; r++)
        {
            for (var c = 0; c < n; c++)
            {
                var sum = r == c ? n : 0.0;
                for (var i = 0; i < n; i++) sum += (double)x[(r * n) + i] * x[(c * n) + i];
                a[(r * n) + c] = (float)sum;
            }
        }

        return a;
    }

    static double[] Eliminate(float[] matrix, int n, float[] right)
    {
        var a = matrix.Select(value => (double)value).ToArray();
        var b = right.Select(value => (double)value).ToArray();
        for (var pivot = 0; pivot < n; pivot++)
        {
            for (var r = pivot + 1; r < n; r++)
            {
                var factor = a[(r * n) + pivot] / a[(pivot * n) + pivot];
                for (var c = pivot; c < n; c++) a[(r * n) + c] -= factor * a[(pivot * n) + c];
                b[r] -= factor * b[pivot];
            }
        }

        for (var r = n - 1; r >= 0; r--)
        {
            for (var c = r + 1; c < n; c++) b[r] -= a[(r * n) + c] * b[c];
            b[r] /= a[(r * n) + r];
        }

        return b;
    }
}
