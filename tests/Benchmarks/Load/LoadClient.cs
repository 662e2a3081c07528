using System.Diagnostics;
using System.Text;

namespace Matinee.Benchmarks.Load;

/// <summary>The asking side, in a process of its own: reads requests from a file, sends them for a while and prints what came of it.</summary>
static class LoadClient
{
    /// <summary>So long requests are sent before they count.</summary>
    public static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(Uri host, string requestFile, int connections, TimeSpan time)
    {
        // One request a line: the path, then headers, all parted by tabs.
        byte[][] requests = [.. (await File.ReadAllLinesAsync(requestFile)).Select(line => BytesOf(host, line.Split('\t')))];
        var start = Stopwatch.GetTimestamp();
        var countFrom = start + TicksOf(WarmUp);
        var end = countFrom + TicksOf(time);
        var all = Enumerable.Range(0, connections).Select(n => new LoadConnection(host, requests, n * 7919)).ToList();
        await Task.WhenAll(all.Select(connection => Task.Run(() => connection.RunAsync(countFrom, end))));

        var ticks = all.SelectMany(static connection => connection.Ticks).Order().ToList();
        var statuses = all.SelectMany(static connection => connection.Statuses).GroupBy(static status => status.Key, static status => status.Value);
        new ResultLine()
            .With("per_s", ticks.Count / time.TotalSeconds)
            .With("p50_ms", MillisecondsAt(ticks, 0.5))
            .With("p99_ms", MillisecondsAt(ticks, 0.99))
            .With("statuses", string.Join(',', statuses.Select(static status => $"{status.Key}:{status.Sum()}")))
            .Print();
        foreach (var connection in all) connection.Dispose();
    }

    static byte[] BytesOf(Uri host, string[] parts) =>
        Encoding.ASCII.GetBytes($"GET {parts[0]} HTTP/1.1\r\nHost: {host.Authority}\r\n{string.Concat(parts.Skip(1).Select(static header => header + "\r\n"))}\r\n");

    static double MillisecondsAt(List<long> ticks, double part) =>
        ticks.Count == 0 ? 0 : ticks[Math.Min(ticks.Count - 1, (int)(part * ticks.Count))] * 1000.0 / Stopwatch.Frequency;

    static long TicksOf(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
}
