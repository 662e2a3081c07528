using System.Diagnostics;
using System.Text;

namespace Matinee.Benchmarks.Load;

/// <summary>
/// The asking side of the mix, in a process of its own: requests are due at fixed times, whether or not the ones before have been answered, and
/// waiting counts from when a request was due. So a host that stands still for a second shows it.
/// </summary>
static class MixClient
{
    static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(Uri host, string requestFile, int connections, int perSecond, TimeSpan time)
    {
        byte[][] requests = [.. (await File.ReadAllLinesAsync(requestFile)).Select(line => BytesOf(host, line.Split('\t')))];
        var all = Enumerable.Range(0, connections).Select(_ => new LoadConnection(host, requests, 0)).ToList();
        foreach (var connection in all) await connection.ConnectAsync();
        var due = new Due(perSecond, s_warmUp + time);
        await Task.WhenAll(all.Select(connection => Task.Run(() => AskAsync(connection, requests, due))));
        foreach (var connection in all) connection.Dispose();

        var counted = due.Answers.Where(one => one.DueAt >= s_warmUp.TotalSeconds).ToList();
        var good = counted.Where(static one => one.Status < 400).Select(static one => one.Milliseconds).Order().ToList();
        var refused = counted.Where(static one => one.Status is 429 or 503).Select(static one => one.Milliseconds).Order().ToList();
        new ResultLine()
            .With("per_s", counted.Count / time.TotalSeconds)
            .With("good_per_s", good.Count / time.TotalSeconds)
            .With("p50_ms", At(good, 0.5))
            .With("p99_ms", At(good, 0.99))
            .With("refused", refused.Count)
            .With("refused_p99_ms", At(refused, 0.99))
            .With("failed", counted.Count - good.Count - refused.Count)
            .With("late", due.Left)
            .With("statuses", string.Join(',', counted.GroupBy(static one => one.Status).Select(static group => $"{group.Key}:{group.Count()}")))
            .Print();
    }

    static async Task AskAsync(LoadConnection connection, byte[][] requests, Due due)
    {
        while (await due.NextAsync() is { } next)
        {
            var status = await connection.AskAsync(requests[next.Number % requests.Length]);
            due.Answered(next.At, status);
        }
    }

    // Method, path, body (may be empty), then headers, all parted by tabs.
    static byte[] BytesOf(Uri host, string[] parts)
    {
        var body = parts[2].Length == 0 ? "" : $"Content-Type: application/json\r\nContent-Length: {parts[2].Length}\r\n";
        return Encoding.ASCII.GetBytes($"{parts[0]} {parts[1]} HTTP/1.1\r\nHost: {host.Authority}\r\n{string.Concat(parts.Skip(3).Select(static header => header + "\r\n"))}{body}\r\n{parts[2]}");
    }

    static double At(List<double> sorted, double part) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(part * sorted.Count))];

    /// <summary>Hands out the times at which requests are due.</summary>
    sealed class Due(int perSecond, TimeSpan time)
    {
        // Who is behind by this has met a host that does not keep up: what is still due is not sent any more.
        const double MostBehind = 5;

        readonly long _start = Stopwatch.GetTimestamp();
        readonly Lock _turn = new();
        readonly int _all = (int)(perSecond * time.TotalSeconds);
        int _next;

        public List<(double DueAt, int Status, double Milliseconds)> Answers { get; } = [];

        /// <summary>How many were never sent.</summary>
        public int Left { get; private set; }

        public async ValueTask<(int Number, double At)?> NextAsync()
        {
            var number = Interlocked.Increment(ref _next) - 1;
            var at = (double)number / perSecond;
            if (number >= _all) return null;
            if (Now() - at > MostBehind)
            {
                lock (_turn) Left = _all - number;
                return null;
            }

            // A timer is exact to some milliseconds, which is no matter here: sent early is never, sent late counts as waiting.
            if (at - Now() is > 0 and var wait) await Task.Delay(TimeSpan.FromSeconds(wait));
            return (number, at);
        }

        public void Answered(double dueAt, int status)
        {
            var waited = (Now() - dueAt) * 1000;
            lock (_turn) Answers.Add((dueAt, status, waited));
        }

        double Now() => Stopwatch.GetElapsedTime(_start).TotalSeconds;
    }
}
