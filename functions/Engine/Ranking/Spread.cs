namespace Matinee.Engine.Ranking;

/// <summary>Where values lie and how far apart: what it takes to compare numbers of different scales.</summary>
readonly record struct Spread(double Mean, double Deviation)
{
    /// <summary>The spread of the finite ones among the values.</summary>
    public static Spread Of(ReadOnlySpan<float> values)
    {
        var (count, sum) = (0, 0.0);
        foreach (var value in values)
        {
            if (!float.IsFinite(value)) continue;
            count++;
            sum += value;
        }

        if (count == 0) return default;
        var (mean, squares) = (sum / count, 0.0);
        foreach (var value in values)
        {
            if (float.IsFinite(value)) squares += (value - mean) * (value - mean);
        }

        return new(mean, Math.Sqrt(squares / count));
    }

    /// <summary>How many deviations a value lies above the mean; 0 where all values are the same.</summary>
    public double Standardise(double value) => Deviation > 0 ? (value - Mean) / Deviation : 0;
}
