using Matinee.Engine.Numerics;
using Matinee.Engine.Training;

namespace Matinee.Engine.Evaluation;

/// <summary>Percentile bootstrap over users.</summary>
/// <remarks>
/// Users are drawn with replacement, each with everything they rated. Errors of one user's ratings go together (a harsh
/// rater is missed in the same direction every time), so drawing single ratings would take hundreds of repeats
/// of one observation for hundreds of observations, and the intervals of RMSE and MAE would come out too narrow.
/// </remarks>
static class Bootstrap
{
    public static Interval?[] Intervals(IReadOnlyList<Column> columns, BootstrapOptions options, TrainingRun run)
    {
        var values = new double[columns.Count][];
        for (var c = 0; c < values.Length; c++) values[c] = new double[options.Resamples];
        Resample(columns.Count == 0 ? 0 : columns.Max(column => column.Users.Length), options, run, (resample, drawn) =>
        {
            int[]? last = null;
            for (var c = 0; c < values.Length; c++)
            {
                if (!ReferenceEquals(last, columns[c].Users)) Draw(run.Seed, resample, drawn.AsSpan(0, columns[c].Users.Length));
                last = columns[c].Users;
                values[c][resample] = columns[c].Value(drawn);
            }
        });
        return Array.ConvertAll(values, value => Percentiles(value, options.Confidence));
    }

    /// <summary>The interval of left - right, both always over the same drawn users.</summary>
    public static Interval? Difference(Column left, Column right, BootstrapOptions options, TrainingRun run)
    {
        var values = new double[options.Resamples];
        Resample(left.Users.Length, options, run, (resample, drawn) =>
        {
            Draw(run.Seed, resample, drawn);
            values[resample] = left.Value(drawn) - right.Value(drawn);
        });
        return Percentiles(values, options.Confidence);
    }

    static void Resample(int users, BootstrapOptions options, TrainingRun run, Action<int, int[]> body) =>
        Rows.ForEach(options.Resamples, run, () => new int[users], body);

    static void Draw(ulong seed, int resample, Span<int> drawn)
    {
        var random = new SeededRandom(seed, (ulong)resample);
        drawn.Clear();
        for (var i = 0; i < drawn.Length; i++) drawn[random.Next(drawn.Length)]++;
    }

    static Interval? Percentiles(double[] values, double confidence)
    {
        // A resample in which nobody has any weight (a segment of a handful) says nothing.
        var sorted = Array.FindAll(values, double.IsFinite);
        if (sorted.Length == 0) return null;
        Array.Sort(sorted);
        var tail = (1 - confidence) / 2;
        return new(Quantile(sorted, tail), Quantile(sorted, 1 - tail));
    }

    static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
