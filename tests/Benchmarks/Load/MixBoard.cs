using System.Globalization;
using Matinee.Engine.Numerics;
using Matinee.Local.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Benchmarks.Load;

/// <summary>
/// The highest rate of a realistic mix (browse 60, search 15, recommend 15, rate 8, account 2) at which 99 of 100 requests are answered within
/// 100 ms; twice that, where load must be shed; and half of it right after, where all must be well again. Client and host share the machine.
/// </summary>
static class MixBoard
{
    const int Films = 60_000;
    const int Viewers = 60;
    const int Connections = 64;
    const int CrowdConnections = 1000;
    const int Seconds = 8;
    const int Requests = 20_000;
    const int FirstRate = 100;
    const int HighestRate = 51_200;
    const double MostMilliseconds = 100;
    const double Exact = 1.1;

    public static IReadOnlyList<Option> Options { get; } =
    [
        new("films", $"how many films the catalogue has; {Films} by default"),
        new("seconds", $"how long each rate is held; {Seconds} by default"),
        new("folder", "where to keep the data; what is there already is used again"),
        new("client", "asks the host of this address (what the command calls itself with)"),
        new("requests", "the file with what to ask"),
        new("rate", "requests a second"),
        new("connections", "how many clients ask at a time"),
    ];

    public static void Run(Arguments arguments)
    {
        var seconds = arguments.Number("seconds", Seconds, 1, 3600);
        if (arguments.Text("client") is { } host)
        {
            var (rate, connections) = (arguments.Number("rate", FirstRate, 1, 1_000_000), arguments.Number("connections", Connections, 1, 10_000));
            MixClient.RunAsync(new(host), arguments.Text("requests")!, connections, rate, TimeSpan.FromSeconds(seconds)).GetAwaiter().GetResult();
            return;
        }

        var films = arguments.Number("films", Films, 1000, 1_000_000);
        if (arguments.Text("folder") is { } kept)
        {
            MeasureAsync(kept, films, seconds).GetAwaiter().GetResult();
            return;
        }

        var folder = Directory.CreateTempSubdirectory("matinee-mix-");
        try
        {
            MeasureAsync(folder.FullName, films, seconds).GetAwaiter().GetResult();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task MeasureAsync(string folder, int films, int seconds)
    {
        Machine.Print();
        Console.WriteLine($"{films:N0} films; browse 60, search 15, recommend 15, rate 8, account 2; p99 at most {MostMilliseconds} ms; {seconds} s each; client and host share the machine");
        var tokenFile = Path.Combine(folder, "tokens.txt");
        if (!File.Exists(tokenFile))
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllLinesAsync(tokenFile, await LoadData.MakeAsync(folder, films, Viewers));
        }

        var (mix, nothing) = (Path.Combine(folder, "mix.txt"), Path.Combine(folder, "nothing.txt"));
        await File.WriteAllLinesAsync(mix, Mix(films, await File.ReadAllLinesAsync(tokenFile)));
        await File.WriteAllLinesAsync(nothing, [$"GET\t{DoNothing.Path}\t"]);
        await using var host = await LocalHost.StartAsync(
            new() { Port = 0, NoTrain = true, Backend = new() { Data = folder } }, change: static services => services.AddSingleton<IStartupFilter, DoNothing>());
        var table = new Table("requests", "asked/s", "good/s", "p50 ms", "p99 ms", "refused", "refused p99 ms", "failed", "not sent");

        Task<IReadOnlyDictionary<string, string>> AskAsync(string file, int rate, int connections) => ChildProcess.RunAsync(
            "mix", "--client", host.Address.ToString(), "--requests", file, "--seconds", $"{seconds}", "--rate", $"{rate}", "--connections", $"{connections}");

        // Compiles what is called, and fills what is kept, before anything counts.
        await AskAsync(mix, FirstRate, Connections);
        var ofNothing = await HighestAsync("nothing", rate => AskAsync(nothing, rate, Connections), table);
        var ofMix = await HighestAsync("mix", rate => AskAsync(mix, rate, Connections), table);
        var crowd = Add(table, "mix, twice that", await AskAsync(mix, ofMix * 2, CrowdConnections));
        var after = Add(table, "mix, half, right after", await AskAsync(mix, Math.Max(1, ofMix / 2), Connections));
        table.Print();
        var ratio = (double)ofMix / ofNothing;
        Console.WriteLine($"held: {ofMix} a second, {ratio.ToString("P1", CultureInfo.InvariantCulture)} of an endpoint that does nothing ({ofNothing})");
        new ResultLine().With("mix.per_s", ofMix).With("nothing.per_s", ofNothing).With("ratio", ratio)
            .With("crowd.good_per_s", crowd["good_per_s"]).With("crowd.refused", crowd["refused"]).With("crowd.failed", crowd["failed"]).With("crowd.p99_ms", crowd["p99_ms"])
            .With("after.p99_ms", after["p99_ms"]).Print();
    }

    // Doubles until it is too much, then halves the distance.
    static async Task<int> HighestAsync(string name, Func<int, Task<IReadOnlyDictionary<string, string>>> askAsync, Table table)
    {
        IReadOnlyDictionary<string, string>? best = null;
        var (held, tooMuch) = (0, HighestRate * 2);
        for (var rate = FirstRate; rate <= HighestRate && (held == 0 || tooMuch > held * Exact);)
        {
            var figures = await askAsync(rate);
            if (IsHeld(figures)) (held, best) = (rate, figures);
            else tooMuch = rate;
            if (held == 0 && rate <= 1) break;
            rate = tooMuch > HighestRate ? rate * 2 : held == 0 ? rate / 2 : (held + tooMuch) / 2;
        }

        if (best is null) throw new InvalidDataException($"Not even the lowest rate of '{name}' was held.");
        Add(table, name, best);
        return held;
    }

    static bool IsHeld(IReadOnlyDictionary<string, string> figures) =>
        Number(figures["p99_ms"]) <= MostMilliseconds && Number(figures["failed"]) == 0 && Number(figures["refused"]) == 0 && Number(figures["late"]) == 0;

    static IReadOnlyDictionary<string, string> Add(Table table, string name, IReadOnlyDictionary<string, string> figures)
    {
        table.Add(name, figures["per_s"], figures["good_per_s"], figures["p50_ms"], figures["p99_ms"], figures["refused"], figures["refused_p99_ms"], figures["failed"], figures["late"]);
        return figures;
    }

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    static IEnumerable<string> Mix(int films, string[] tokens)
    {
        const string Api = "/api/v1";
        var random = new SeededRandom(9);
        for (var i = 0; i < Requests; i++)
        {
            var (film, token) = (1 + random.Next(films), $"\tAuthorization: Bearer {tokens[random.Next(tokens.Length)]}");
            var title = Uri.EscapeDataString(LoadData.TitleOf(film));
            yield return random.Next(100) switch
            {
                < 30 => $"GET\t{Api}/movies/{film}\t",
                < 50 => $"GET\t{Api}/movies?limit=20&sort={(random.Next(2) == 0 ? "hot" : "title")}\t",
                < 60 => $"GET\t{Api}/movies/hot?window=week\t",
                < 70 => $"GET\t{Api}/search/suggestions?q={Uri.EscapeDataString(LoadData.TitleOf(film)[..3])}\t",
                < 75 => $"GET\t{Api}/search?q={title}\t",
                < 90 => $"GET\t{Api}/recommendations?seed={random.Next(50)}\t{token}",
                < 98 => $"PUT\t{Api}/me/ratings/{film}\t{{\"stars\":{((1 + random.Next(10)) / 2.0).ToString(CultureInfo.InvariantCulture)}}}{token}",
                _ => $"GET\t{Api}/me{(random.Next(2) == 0 ? "" : "/profile")}\t{token}",
            };
        }
    }
}
