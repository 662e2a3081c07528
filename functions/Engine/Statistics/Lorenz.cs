namespace Matinee.Engine.Statistics;

/// <summary>How much of everything those with the least have together: the curve that <see cref="Gini"/> puts into one number.</summary>
public static class Lorenz
{
    /// <summary>
    /// The share of everything that the smallest 0, 1, ... <paramref name="parts"/> parts of the things have, each part as many things; a
    /// thing that a part's end goes through is divided. On the diagonal where there is nothing to share.
    /// </summary>
    public static double[] Of(ReadOnlySpan<int> amounts, int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        var sorted = amounts.ToArray();
        Array.Sort(sorted);
        if (sorted.Length > 0 && sorted[0] < 0) throw new ArgumentOutOfRangeException(nameof(amounts), sorted[0], "An amount can't be negative.");
        var sums = new double[sorted.Length + 1];
        for (var i = 0; i < sorted.Length; i++) sums[i + 1] = sums[i] + sorted[i];
        var curve = new double[parts + 1];
        for (var part = 0; part <= parts; part++)
        {
            var (whole, rest) = Math.DivRem((long)part * sorted.Length, parts);
            var sum = sums[whole] + (rest == 0 ? 0 : sorted[whole] * (double)rest / parts);
            curve[part] = sums[^1] == 0 ? (double)part / parts : sum / sums[^1];
        }

        return curve;
    }
}
