using System.Globalization;
using Matinee.Core.Models;

namespace Matinee.Local.Commands;

/// <summary>Numbers for people.</summary>
static class Figures
{
    const double Thousand = 1000;

    static readonly string[] s_sizes = ["B", "kB", "MB", "GB", "TB"];

    public static string Of(double? value) => value is { } number ? number.ToString("0.0000", CultureInfo.InvariantCulture) : "";

    public static string Signed(double value) => value.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture);

    public static string Interval(ModelMetric? metric) => metric is { Low: { } low, High: { } high } ? Interval(low, high) : "";

    public static string Interval(double low, double high) => $"[{Of(low)}, {Of(high)}]";

    public static string Bytes(long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        for (; size >= Thousand && unit < s_sizes.Length - 1; unit++) size /= Thousand;
        return string.Create(CultureInfo.InvariantCulture, $"{size:0.#} {s_sizes[unit]}");
    }

    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    /// <summary>What was measured of a version.</summary>
    public static async Task WriteAsync(TextWriter output, IReadOnlyDictionary<string, ModelMetric> metrics)
    {
        if (metrics.Count == 0) return;
        await output.WriteLineAsync();
        var table = new TextTable(1, "measure", "value", "interval");
        foreach (var (name, metric) in metrics.OrderBy(one => one.Key, StringComparer.Ordinal)) table.Add(name, Of(metric.Value), Interval(metric));
        await table.WriteAsync(output);
    }
}
