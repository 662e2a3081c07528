namespace Matinee.Engine.Statistics;

/// <summary>How unevenly something is shared out: 0 when all have the same, nearly 1 when one has everything.</summary>
public static class Gini
{
    /// <summary>The coefficient of amounts, none of them below zero; 0 where there is nothing to share.</summary>
    public static double Of(ReadOnlySpan<int> amounts)
    {
        var sorted = amounts.ToArray();
        Array.Sort(sorted);
        var (sum, weighed) = (0.0, 0.0);
        for (var i = 0; i < sorted.Length; i++)
        {
            if (sorted[i] < 0) throw new ArgumentOutOfRangeException(nameof(amounts), sorted[i], "An amount can't be negative.");
            sum += sorted[i];
            weighed += (2.0 * (i + 1) - sorted.Length - 1) * sorted[i];
        }

        return sum == 0 ? 0 : weighed / (sorted.Length * sum);
    }
}
