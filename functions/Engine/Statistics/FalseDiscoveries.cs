namespace Matinee.Engine.Statistics;

/// <summary>Many tests at once find something by chance: what to make of their p-values (Benjamini and Hochberg, 1995).</summary>
public static class FalseDiscoveries
{
    /// <summary>
    /// For each p-value the smallest share of false ones among the findings that it can be one of: keep those up to 0.05, and about
    /// one in twenty kept is false.
    /// </summary>
    public static double[] Adjusted(ReadOnlySpan<double> pValues)
    {
        var sorted = pValues.ToArray();
        foreach (var p in sorted) Check.InRange(p, 0, 1, nameof(pValues));
        var places = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, places);
        var adjusted = new double[sorted.Length];
        var least = 1.0;
        for (var rank = sorted.Length; rank > 0; rank--)
        {
            least = Math.Min(least, sorted[rank - 1] * sorted.Length / rank);
            adjusted[places[rank - 1]] = least;
        }

        return adjusted;
    }
}
