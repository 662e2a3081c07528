using System.Diagnostics;

namespace Matinee.Benchmarks;

/// <summary>How long one thing took; the last so many rounds count.</summary>
sealed class Timings(string name, int rounds)
{
    readonly double[] _milliseconds = new double[rounds];
    int _taken;

    public string Name => name;

    public double Median => Percentile(0.5);

    public void Measure(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        _milliseconds[_taken++ % rounds] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>The smallest time that such a part of all rounds did not exceed.</summary>
    public double Percentile(double part)
    {
        var sorted = _milliseconds.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(part * rounds) - 1, 0, rounds - 1)];
    }
}
