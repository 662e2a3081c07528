namespace Matinee.Engine.Statistics;

/// <summary>The regularized incomplete beta function: what the tails of t-distributions are read off.</summary>
static class IncompleteBeta
{
    const int MaxSteps = 1000;
    const double Settled = 1e-15;

    // Keeps Lentz's method from dividing by zero.
    const double Tiny = 1e-300;

    // Lanczos' coefficients for g = 7.
    static readonly double[] s_lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
        -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>I(x; a, b), from 0 at x = 0 to 1 at x = 1.</summary>
    public static double Of(double x, double a, double b)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        // The fraction converges fast below the mean of the distribution; above it the other tail is taken.
        return x < (a + 1) / (a + b + 2) ? Front(x, a, b) * Fraction(x, a, b) / a : 1 - Front(1 - x, b, a) * Fraction(1 - x, b, a) / b;
    }

    /// <summary>log Γ(x) for x above zero.</summary>
    public static double LogGamma(double x)
    {
        if (x < 0.5) return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - LogGamma(1 - x);
        var sum = s_lanczos[0];
        for (var i = 1; i < s_lanczos.Length; i++) sum += s_lanczos[i] / (x - 1 + i);
        var t = x + 6.5;
        return 0.5 * Math.Log(2 * Math.PI) + (x - 0.5) * Math.Log(t) - t + Math.Log(sum);
    }

    static double Front(double x, double a, double b) =>
        Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + a * Math.Log(x) + b * Math.Log(1 - x));

    // The continued fraction by Lentz's method, two of its terms a step.
    static double Fraction(double x, double a, double b)
    {
        var (c, d) = (1.0, Inverse(1 - (a + b) * x / (a + 1)));
        var fraction = d;
        for (var m = 1; m <= MaxSteps; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            (c, d) = (NotZero(1 + even / c), Inverse(1 + even * d));
            fraction *= c * d;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            (c, d) = (NotZero(1 + odd / c), Inverse(1 + odd * d));
            fraction *= c * d;
            if (Math.Abs(c * d - 1) < Settled) break;
        }

        return fraction;
    }

    static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    static double Inverse(double value) => 1 / NotZero(value);
}
