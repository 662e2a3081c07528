using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Matinee.Core.Search;

namespace Matinee.Benchmarks;

/// <summary>
/// How long suggestions take while somebody types, on one thread: every beginning of every query, with and without typing errors,
/// over films made up from the words and names of the bundled ones. Each is asked several times and the least time counts: what other
/// programs take from the machine is not the index's.
/// </summary>
static class Search
{
    const int DefaultFilms = 60_000;
    const int DefaultQueries = 100;
    const int Rounds = 15;
    const int Builds = 3;
    const int WarmUp = 2_000; // until everything is compiled at its best; these times are forgotten
    const double MostMilliseconds = 5;

    public static IReadOnlyList<Option> Options { get; } =
    [
        new("films", $"how many films; {DefaultFilms} by default"),
        new("queries", $"how many titles and names are typed, letter by letter; {DefaultQueries} by default"),
    ];

    public static void Run(Arguments arguments)
    {
        var movies = SearchFilms.MakeUp(arguments.Number("films", DefaultFilms, 100, 1_000_000), 1);
        var popularity = SearchFilms.PopularityOf(movies.Length);
        var build = double.MaxValue;
        for (var i = 1; i < Builds; i++) build = Math.Min(build, BuildOnce(movies, out _));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        build = Math.Min(build, BuildOnce(movies, out var index));
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;

        Machine.Print();
        Console.WriteLine($"{movies.Length:N0} made-up films with {index.Terms:N0} terms; the index was built in {build:F2} s and takes {megabytes:N0} MB");
        var table = new Table("suggestions on one thread", "typed", "p50 ms", "p99 ms", "p99.9 ms", "most ms", "slowest");
        var result = new ResultLine().With("build_s", build).With("index_mb", megabytes).With("terms", index.Terms);
        var queries = arguments.Number("queries", DefaultQueries, 10, 100_000);
        var kept = true;
        foreach (var kind in Enum.GetValues<SearchTyping>())
            kept &= Measure(kind, [.. SearchFilms.Typed(movies, kind, queries, 2)], index, popularity, table, result);
        table.Print();
        Console.WriteLine($"every one in less than {MostMilliseconds:F0} ms: {(kept ? "kept" : "NOT KEPT")}");
        result.Print();
    }

    static double BuildOnce(ImmutableArray<Core.Catalog.Movie> movies, out SearchIndex index)
    {
        var start = Stopwatch.GetTimestamp();
        index = new(movies);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    static bool Measure(SearchTyping kind, string[] typed, SearchIndex index, ImmutableArray<float> popularity, Table table, ResultLine result)
    {
        for (var i = 0; i < WarmUp; i++) Suggest(typed[i % typed.Length]);
        var times = new double[typed.Length];
        for (var i = 0; i < typed.Length; i++)
        {
            times[i] = double.MaxValue;
            for (var round = 0; round < Rounds; round++)
            {
                var start = Stopwatch.GetTimestamp();
                Suggest(typed[i]);
                times[i] = Math.Min(times[i], Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        Array.Sort(times, typed);
        table.Add(
            kind.ToString(), typed.Length.ToString("N0", CultureInfo.InvariantCulture), Digits(At(0.5)), Digits(At(0.99)), Digits(At(0.999)), Digits(At(1)), $"'{typed[^1]}'");
        result.With($"{kind}.p50.ms", At(0.5)).With($"{kind}.p99.ms", At(0.99)).With($"{kind}.most.ms", At(1));
        return At(1) < MostMilliseconds;

        double At(double part) => times[Math.Clamp((int)Math.Ceiling(part * times.Length) - 1, 0, times.Length - 1)];

        void Suggest(string text) => index.Suggest(SearchQuery.Parse(text), popularity.AsSpan(), 8, 3);
    }

    static string Digits(double milliseconds) => milliseconds.ToString("F3", CultureInfo.InvariantCulture);
}
