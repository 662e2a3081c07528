using System.Numerics;

namespace Matinee.Engine.Statistics;

/// <summary>How many things have a count within one of the bins 1, 2-3, 4-7, 8-15, ...: a long tail drawn on two logarithmic axes.</summary>
/// <param name="From">The smallest count of the bin.</param>
/// <param name="To">The largest count of the bin.</param>
/// <param name="Things">How many have such a count.</param>
/// <param name="Density">Which share of all things that is, for each count of the bin.</param>
public sealed record LogBin(int From, int To, int Things, double Density)
{
    /// <summary>The bins of counts, up to the last one that anything is in; counts of zero are in none.</summary>
    public static IReadOnlyList<LogBin> Of(ReadOnlySpan<int> counts)
    {
        var things = new List<int>();
        var all = 0;
        foreach (var count in counts)
        {
            if (count < 0) throw new ArgumentOutOfRangeException(nameof(counts), count, "A count can't be negative.");
            if (count == 0) continue;
            var bin = BitOperations.Log2((uint)count);
            while (things.Count <= bin) things.Add(0);
            things[bin]++;
            all++;
        }

        return [.. things.Select((count, bin) => new LogBin(1 << bin, (int)((1L << (bin + 1)) - 1), count, count / (double)all / (1L << bin)))];
    }
}
