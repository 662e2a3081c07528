namespace Matinee.Engine.Statistics;

/// <summary>How far two columns go together.</summary>
/// <param name="R">Pearson's coefficient, −1 to 1.</param>
/// <param name="Count">How many rows have both values.</param>
/// <param name="PValue">How likely chance alone gives as strong a coefficient, either way; exact for normal columns, close for many rows.</param>
public readonly record struct Correlation(double R, int Count, double PValue)
{
    // A column whose deviation is this small a part of its values does not vary, but for rounding.
    const double Constant = 1e-12;

    /// <summary>Of the rows in which neither value is NaN; null with fewer than three of them or with a column that does not vary.</summary>
    public static Correlation? Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length) Throw.Lengths(x.Length, y.Length);
        var (count, meanX, meanY) = (0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            if (double.IsNaN(x[i]) || double.IsNaN(y[i])) continue;
            count++;
            meanX += (x[i] - meanX) / count;
            meanY += (y[i] - meanY) / count;
        }

        if (count < 3) return null;
        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            if (double.IsNaN(x[i]) || double.IsNaN(y[i])) continue;
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }

        if (!Varies(xx, meanX, count) || !Varies(yy, meanY, count)) return null;
        var r = Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1);
        return new(r, count, TwoSided(r, count));
    }

    static bool Varies(double squares, double mean, int count) => Math.Sqrt(squares / count) > Constant * Math.Abs(mean);

    // t = r·√(n − 2) / √(1 − r²) has n − 2 degrees of freedom; its two tails are I((n − 2) / (n − 2 + t²); (n − 2) / 2, ½).
    static double TwoSided(double r, int count) => IncompleteBeta.Of((1 - r) * (1 + r), (count - 2) / 2.0, 0.5);
}
