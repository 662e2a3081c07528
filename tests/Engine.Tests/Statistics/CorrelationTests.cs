using Matinee.Engine.Numerics;
using Matinee.Engine.Statistics;

namespace Matinee.Engine.Tests.Statistics;

public sealed class CorrelationTests
{
    [Theory]
    [InlineData(0.3, 1, 1, 0.3)]
    [InlineData(0.3, 2, 1, 0.09)]
    [InlineData(0.3, 1, 3, 1 - 0.7 * 0.7 * 0.7)]
    [InlineData(0.25, 0.5, 0.5, 1.0 / 3)] // 2/π · arcsin(√x)
    [InlineData(0.9, 3, 2, 4 * 0.729 - 3 * 0.6561)] // 4x³ − 3x⁴
    public void IncompleteBeta_ClosedForms_AreMet(double x, double a, double b, double expected) =>
        Assert.Equal(expected, IncompleteBeta.Of(x, a, b), 1e-13);

    [Fact]
    public void IncompleteBeta_ManyParameters_IsTheIntegral()
    {
        foreach (var (a, b) in new[] { (2.5, 3.5), (20, 1.5), (1.5, 40), (250, 2), (60.5, 70.25) })
        {
            foreach (var x in new[] { 0.02, 0.3, 0.48, 0.7, 0.97 })
                Assert.Equal(Integral(x, a, b) / Integral(1, a, b), IncompleteBeta.Of(x, a, b), 1e-8);
        }
    }

    [Fact]
    public void LogGamma_WholeAndHalfNumbers_IsTheLogarithmOfFactorials()
    {
        var factorial = 0.0;
        for (var n = 1; n < 60; n++)
        {
            Assert.Equal(factorial, IncompleteBeta.LogGamma(n), 1e-12 * Math.Max(1, factorial));
            factorial += Math.Log(n);
        }

        Assert.Equal(Math.Log(Math.Sqrt(Math.PI)), IncompleteBeta.LogGamma(0.5), 1e-13);
    }

    [Fact]
    public void Of_FourRows_HasAPValueOfOneMinusR()
    {
        // With two degrees of freedom chance gives every coefficient alike. x·y = 7, both have squares of 5 and 14.
        var found = Correlation.Of([-1.5, -0.5, 0.5, 1.5], [-3, 1, 2, 0])!.Value;

        Assert.Equal(5 / Math.Sqrt(5 * 14), found.R, 1e-14);
        Assert.Equal(1 - found.R, found.PValue, 1e-12);
        Assert.Equal(4, found.Count);
    }

    [Fact]
    public void Of_TenRows_IsTheTablesValue()
    {
        // t = 2.306 cuts 5 % off both tails at 8 degrees of freedom: r = t / √(8 + t²).
        var t = 2.306004135;
        var r = t / Math.Sqrt(8 + t * t);

        Assert.Equal(0.05, IncompleteBeta.Of(1 - r * r, 4, 0.5), 1e-9);
    }

    [Fact]
    public void Of_UnrelatedColumns_FindsAsMuchAsChanceDoes()
    {
        var random = new SeededRandom(6);
        var significant = 0;
        for (var round = 0; round < 2000; round++)
        {
            var (x, y) = (new double[25], new double[25]);
            for (var i = 0; i < 25; i++) (x[i], y[i]) = (random.NextNormal(), random.NextNormal());
            if (Correlation.Of(x, y)!.Value.PValue < 0.05) significant++;
        }

        Assert.InRange(significant, 70, 130);
    }

    [Fact]
    public void Of_MissingValues_LeavesTheirRowsOut()
    {
        var whole = Correlation.Of([1, 2, 4, 7], [2, 1, 5, 6]);

        Assert.Equal(whole, Correlation.Of([1, 2, double.NaN, 4, 7, 9], [2, 1, 8, 5, 6, double.NaN]));
    }

    [Fact]
    public void Of_NothingToSay_IsNull()
    {
        Assert.Null(Correlation.Of([1, 2], [3, 4]));
        Assert.Null(Correlation.Of([0.1, 0.1, 0.1, 0.1], [1, 2, 3, 4]));
        Assert.Throws<ArgumentException>(() => Correlation.Of([1], [1, 2]));
        Assert.Equal(new Correlation(-1, 3, 0), Correlation.Of([1, 2, 3], [6, 4, 2]));
    }

    [Fact]
    public void Adjusted_FourTests_IsBenjaminiAndHochbergsByHand()
    {
        Assert.Equal([0.02, 0.04, 0.04, 0.02], FalseDiscoveries.Adjusted([0.01, 0.04, 0.03, 0.005]), (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Equal([0.9, 0.9], FalseDiscoveries.Adjusted([0.9, 0.8]), (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Empty(FalseDiscoveries.Adjusted([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FalseDiscoveries.Adjusted([double.NaN]));
    }

    [Fact]
    public void Matrix_ColumnsOfATable_CorrelatesEachPairOnce()
    {
        var random = new SeededRandom(8);
        var columns = new double[4][];
        for (var c = 0; c < 4; c++) columns[c] = new double[60];
        for (var i = 0; i < 60; i++)
        {
            (columns[0][i], columns[1][i]) = (random.NextNormal(), random.NextNormal());
            columns[2][i] = columns[0][i] + 0.3 * random.NextNormal();
            columns[3][i] = i < 19 ? random.NextNormal() : double.NaN; // of too few people
        }

        var matrix = CorrelationMatrix.Of(new(["a", "b", "c", "d"], columns));

        Assert.Equal([(0, 1), (0, 2), (1, 2)], matrix.Cells.Select(cell => (cell.Row, cell.Column)));
        foreach (var cell in matrix.Cells) Assert.Equal(Naive(columns[cell.Row], columns[cell.Column]), cell.R, 1e-12);
        Assert.True(matrix.Cells[1].Adjusted < 1e-6 && matrix.Cells[0].Adjusted > 0.05);
    }

    static double Naive(double[] x, double[] y) =>
        (x.Zip(y, (a, b) => a * b).Average() - x.Average() * y.Average())
        / Math.Sqrt((x.Average(a => a * a) - x.Average() * x.Average()) * (y.Average(b => b * b) - y.Average() * y.Average()));

    // Simpson's rule over θ with t = sin²θ: no end of it is steep.
    static double Integral(double x, double a, double b)
    {
        const int steps = 2_000;
        var (sum, end) = (0.0, Math.Asin(Math.Sqrt(x)));
        for (var i = 0; i <= steps; i++)
        {
            var value = Math.Pow(Math.Sin(end * i / steps), 2 * a - 1) * Math.Pow(Math.Max(0, Math.Cos(end * i / steps)), 2 * b - 1);
            sum += value * (i is 0 or steps ? 1 : i % 2 == 1 ? 4 : 2);
        }

        return sum * end / steps;
    }
}
