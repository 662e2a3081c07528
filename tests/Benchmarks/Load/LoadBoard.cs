using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Matinee.Local.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Benchmarks.Load;

/// <summary>
/// What the local host serves, against an endpoint of the same host that does nothing: requests a second, waiting times and the host's processor
/// time for each request. The client is a process of its own on the same machine.
/// </summary>
static class LoadBoard
{
    const int Films = 60_000;
    const int Viewers = 60;
    const int Connections = 16;
    const int Seconds = 3;
    const int Rounds = 3;

    public static IReadOnlyList<Option> Options { get; } =
    [
        new("films", $"how many films the catalogue has; {Films} by default"),
        new("seconds", $"how long each kind of request is sent in a round; {Seconds} by default"),
        new("rounds", $"how often all kinds take their turn; {Rounds} by default. Ratios are those of the middle round, and within it"),
        new("connections", $"how many clients ask at a time; {Connections} by default"),
        new("folder", "where to keep the data; what is there already is used again"),
        new("client", "asks the host of this address (what the command calls itself with)"),
        new("requests", "the file with what to ask"),
    ];

    public static void Run(Arguments arguments)
    {
        var (seconds, connections) = (arguments.Number("seconds", Seconds, 1, 3600), arguments.Number("connections", Connections, 1, 1000));
        if (arguments.Text("client") is { } host)
        {
            LoadClient.RunAsync(new(host), arguments.Text("requests")!, connections, TimeSpan.FromSeconds(seconds)).GetAwaiter().GetResult();
            return;
        }

        var rounds = arguments.Number("rounds", Rounds, 1, 100);
        var films = arguments.Number("films", Films, 1000, 1_000_000);
        if (arguments.Text("folder") is { } kept)
        {
            MeasureAsync(kept, films, rounds, seconds, connections).GetAwaiter().GetResult();
            return;
        }

        var folder = Directory.CreateTempSubdirectory("matinee-load-");
        try
        {
            MeasureAsync(folder.FullName, films, rounds, seconds, connections).GetAwaiter().GetResult();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task MeasureAsync(string folder, int films, int rounds, int seconds, int connections)
    {
        Machine.Print();
        Console.WriteLine($"{films:N0} films, viewers with {LoadData.RatingsOfViewer} ratings, {connections} connections, {rounds} rounds of {seconds} s each; client and host share the machine");
        var tokenFile = Path.Combine(folder, "tokens.txt");
        if (!File.Exists(tokenFile))
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllLinesAsync(tokenFile, await LoadData.MakeAsync(folder, films, Viewers));
        }

        var tokens = await File.ReadAllLinesAsync(tokenFile);
        var start = await StartAsync(folder, tokens[0]);
        Console.WriteLine($"start to first recommendation on the trained folder: {Text(start, "0.00")} s");

        await using var host = await LocalHost.StartAsync(
            new() { Port = 0, NoTrain = true, Backend = new() { Data = folder } }, change: services => services.AddSingleton<IStartupFilter, DoNothing>());
        var scenarios = await ScenariosAsync(host.Address, films, tokens);
        var samples = scenarios.ToDictionary(static scenario => scenario.Name, static _ => new List<Sample>());
        for (var round = 0; round < rounds; round++)
        {
            // Others use the machine too: what did nothing a moment ago is what the rest of a round is held against.
            var nothing = 0.0;
            foreach (var (name, lines) in scenarios)
            {
                var before = Process.GetCurrentProcess().TotalProcessorTime;
                var figures = await AskAsync(host.Address, folder, lines, seconds, connections);
                var perSecond = double.Parse(figures["per_s"], CultureInfo.InvariantCulture);
                if (nothing == 0) nothing = perSecond;
                var used = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
                // The warm-up is in the processor's time as well.
                samples[name].Add(new(perSecond, perSecond / nothing, used / (perSecond * (seconds + LoadClient.WarmUp.TotalSeconds)), figures));
            }
        }

        var table = new Table("requests", "per second", "of nothing", "p50 ms", "p99 ms", "host CPU ms", "answers");
        var result = new ResultLine().With("start.s", start);
        foreach (var (name, all) in samples)
        {
            var sample = all.OrderBy(static one => one.Ratio).ElementAt(all.Count / 2);
            var figures = sample.Figures;
            table.Add(name, Text(sample.PerSecond, "N0"), Text(sample.Ratio, "P1"), figures["p50_ms"], figures["p99_ms"], Text(sample.CpuMilliseconds, "0.000"), figures["statuses"]);
            result.With($"{name}.per_s", sample.PerSecond).With($"{name}.ratio", sample.Ratio).With($"{name}.p50_ms", figures["p50_ms"]).With($"{name}.p99_ms", figures["p99_ms"]).With($"{name}.cpu_ms", sample.CpuMilliseconds);
        }

        table.Print();
        result.Print();
    }

    static async Task<IReadOnlyList<(string Name, string[] Lines)>> ScenariosAsync(Uri host, int films, IReadOnlyList<string> tokens)
    {
        const string Api = "/api/v1";
        var fresh = tokens.SelectMany(token => Enumerable.Range(0, 200).Select(seed => $"{Api}/recommendations?seed={seed}\t{Bearer(token)}"));
        var again = tokens.Select(token => $"{Api}/recommendations?seed=1\t{Bearer(token)}").ToList();
        var known = new List<string>();
        using var client = new HttpClient();
        foreach (var token in tokens)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host, $"{Api}/recommendations?seed=1"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var answer = await client.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            known.Add($"{Api}/recommendations?seed=1\t{Bearer(token)}\tIf-None-Match: {answer.Headers.ETag}");
        }

        return
        [
            ("nothing", [DoNothing.Path]),
            ("film", [.. Enumerable.Range(1, films).Where(static id => id % 37 == 0).Select(id => $"{Api}/movies/{id}")]),
            ("suggestions", [.. Enumerable.Range(1, 2000).Select(static n => $"{Api}/search/suggestions?q={Uri.EscapeDataString(Typed(n))}")]),
            ("recommendations, fresh", [.. fresh.Order(StringComparer.Ordinal)]),
            ("recommendations, again", [.. again]),
            ("recommendations, known", [.. known]),
        ];
    }

    // What is in the box while somebody types: some letters of a title.
    static string Typed(int n)
    {
        var title = LoadData.TitleOf(1 + n * 29);
        return title[..Math.Min(title.Length, 2 + n % 9)].Trim();
    }

    static string Bearer(string token) => $"Authorization: Bearer {token}";

    static async Task<IReadOnlyDictionary<string, string>> AskAsync(Uri host, string folder, string[] lines, int seconds, int connections)
    {
        var file = Path.Combine(folder, "requests.txt");
        await File.WriteAllLinesAsync(file, lines);
        return await ChildProcess.RunAsync("load", "--client", host.ToString(), "--requests", file, "--seconds", $"{seconds}", "--connections", $"{connections}");
    }

    static async Task<double> StartAsync(string folder, string token)
    {
        const int Port = 17_071;
        var program = Path.Combine(AppContext.BaseDirectory, "matinee.dll");
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "--data", folder, "--no-train", "--port", $"{Port}"]) { RedirectStandardOutput = true })!;
        try
        {
            using var client = new HttpClient { BaseAddress = new($"http://localhost:{Port}") };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            while (true)
            {
                try
                {
                    var list = await client.GetStringAsync("/api/v1/recommendations");
                    // Until the model is there, popular films are shown: that does not count.
                    if (!list.Contains("\"modelVersion\":\"popularity\"", StringComparison.Ordinal)) return Stopwatch.GetElapsedTime(start).TotalSeconds;
                }
                catch (HttpRequestException) when (Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(60))
                {
                    await Task.Delay(50);
                }
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    sealed record Sample(double PerSecond, double Ratio, double CpuMilliseconds, IReadOnlyDictionary<string, string> Figures);
}
