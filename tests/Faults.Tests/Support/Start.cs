using System.Diagnostics;
using System.Globalization;

namespace Matinee.Faults.Tests.Support;

/// <summary>One start of a process: how long until it says that it listens, until it is ready (and what processors have worked for it by then), and until a viewer has a list of their own.</summary>
sealed record Start(bool IsAfterKill, TimeSpan Listens, TimeSpan Ready, TimeSpan Work, TimeSpan Served)
{
    static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Starts one, and measures from before there is a process.</summary>
    public static async Task<(MatineeProcess Process, Start Start)> MeasureAsync(Func<MatineeProcess> serve, bool isAfterKill, Viewer viewer)
    {
        var watch = Stopwatch.StartNew();
        var process = serve();
        try
        {
            return (process, await MeasureAsync(process, watch, isAfterKill, viewer));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>The median and the longest, in seconds.</summary>
    public static string Text(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return string.Create(CultureInfo.InvariantCulture, $"p50 {Median(sorted).TotalSeconds:0.00} s, max {sorted[^1].TotalSeconds:0.00} s");
    }

    public static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"after {(IsAfterKill ? "kill" : "end")}: listens {Listens.TotalSeconds:0.00} s, ready {Ready.TotalSeconds:0.00} s (work {Work.TotalSeconds:0.00} s), served {Served.TotalSeconds:0.00} s");

    static async Task<Start> MeasureAsync(MatineeProcess process, Stopwatch watch, bool isAfterKill, Viewer viewer)
    {
        using var client = await process.ClientAsync(viewer.Token);
        var listens = watch.Elapsed;
        while (!await IsReadyAsync(client))
        {
            Assert.True(watch.Elapsed < Patience.Most, $"It is not ready: {process.Errors}");
            await Task.Delay(s_pause);
        }

        var (ready, work) = (watch.Elapsed, process.Work);
        Assert.NotEmpty((await client.JsonAsync("recommendations"))["items"]!.AsArray());
        return new(isAfterKill, listens, ready, work, watch.Elapsed);
    }

    // With the model that was in service: a service that is there without it has not come back.
    static async Task<bool> IsReadyAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("health/ready");
        return answer.IsSuccessStatusCode && (string?)(await client.JsonAsync("health/ready"))["parts"]!["model"]!["status"] == "ok";
    }
}
