using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Matinee.Engine.Numerics;
using Matinee.Faults.Tests.Support;

namespace Matinee.Faults.Tests.Soak;

/// <summary>
/// A steady load for a while, MATINEE_SOAK_SECONDS: what a process holds at the end is about what it held after its first part. Compared are
/// medians of parts of the same run, so that a machine that is busy all along does not fail it.
/// </summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    const int Viewers = 4;
    const int Samples = 60;

    // The load is light on purpose: steadiness is asked about, not speed.
    static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    static readonly string[] s_paths = ["movies?limit=20", "movies/7", "movies/hot", "search?q=film", "search/suggestions?q=fi", "recommendations", "recommendations/rows", "me/ratings"];

    [Fact]
    public async Task Serve_SteadyLoad_HoldsNoMoreAtTheEnd()
    {
        using var folder = new TemporaryFolder();
        var viewers = await DataFolder.FillAsync(folder.Path, Viewers);
        await using var process = MatineeProcess.Serve(folder.Path);
        await process.ReadyAsync();
        var watch = Stopwatch.StartNew();
        using var stop = new CancellationTokenSource(Rounds.Soak);
        var load = viewers.Select((viewer, i) => AskAsync(process, viewer, (ulong)i, watch, stop.Token)).ToList();
        var looks = new List<(long Memory, int Threads, int Handles)>();
        while (!stop.IsCancellationRequested)
        {
            looks.Add(process.Look());
            await Task.Delay(Rounds.Soak / Samples);
        }

        var answers = (await Task.WhenAll(load)).SelectMany(static one => one).OrderBy(static one => one.At).ToList();

        // The first half warms up: compiling, caches, pools, and a heap that grows to its size.
        var (middle, end) = (looks[(looks.Count / 2)..(looks.Count * 3 / 4)], looks[(looks.Count * 3 / 4)..]);
        var (early, late) = (P99(answers, 0.5, 0.75), P99(answers, 0.75, 1));
        var line = string.Create(CultureInfo.InvariantCulture,
            $"{Rounds.Soak.TotalSeconds:0} s, {answers.Count} answers; memory {Median(middle, static one => one.Memory) >> 20} then {Median(end, static one => one.Memory) >> 20} MB, threads {Median(middle, static one => one.Threads)} then {Median(end, static one => one.Threads)}, handles {Median(middle, static one => one.Handles)} then {Median(end, static one => one.Handles)}, p99 {early:0.0} then {late:0.0} ms");
        output.WriteLine(line);
        Assert.All(answers, static answer => Assert.True(answer.Status is >= 200 and < 300, $"An answer was {answer.Status}."));
        Assert.True(Median(end, static one => one.Memory) < Median(middle, static one => one.Memory) * 1.3 + (48 << 20), line);
        Assert.True(Median(end, static one => one.Threads) <= Median(middle, static one => one.Threads) + 12, line);
        Assert.True(Median(end, static one => one.Handles) <= Median(middle, static one => one.Handles) + 30, line);
        Assert.True(late < Math.Max(early * 5, 500), line);
    }

    static async Task<List<(TimeSpan At, int Status, double Milliseconds)>> AskAsync(MatineeProcess process, Viewer viewer, ulong seed, Stopwatch watch, CancellationToken stop)
    {
        using var client = await process.ClientAsync(viewer.Token);
        var (random, answers) = (new SeededRandom(seed), new List<(TimeSpan, int, double)>());
        while (!stop.IsCancellationRequested)
        {
            var start = watch.Elapsed;
            var choice = random.Next(s_paths.Length + 1);
            using var response = choice == s_paths.Length
                ? await client.PutAsJsonAsync($"me/ratings/{1 + random.Next(DataFolder.Films)}", new { stars = (1 + random.Next(10)) / 2.0 }, CancellationToken.None)
                : await client.GetAsync(s_paths[choice], CancellationToken.None);
            await response.Content.ReadAsByteArrayAsync(CancellationToken.None);
            answers.Add((start, (int)response.StatusCode, (watch.Elapsed - start).TotalMilliseconds));
            await Task.Delay(s_pause, CancellationToken.None);
        }

        return answers;
    }

    static long Median<T>(IEnumerable<T> looks, Func<T, long> figure)
    {
        var sorted = looks.Select(figure).Order().ToList();
        return sorted[sorted.Count / 2];
    }

    static double P99(IReadOnlyList<(TimeSpan At, int Status, double Milliseconds)> answers, double from, double to)
    {
        var part = answers.Skip((int)(answers.Count * from)).Take((int)(answers.Count * (to - from))).Select(static one => one.Milliseconds).Order().ToList();
        return part[(int)(part.Count * 0.99)];
    }
}
