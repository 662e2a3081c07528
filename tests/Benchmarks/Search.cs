using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Matinee.Core.Search;

namespace Matinee.Benchmarks;

/// <summary>
/// How long suggestions take while somebody types, on one thread: every beginning of every query, with and without typing errors,
/// over films made up from the words and names of the bundled ones.
/// </summary>
static class Search
{
    const int DefaultFilms = 60_000;
    const int DefaultQueries = 400;
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
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var index = new SearchIndex(movies);
        var build = watch.Elapsed.TotalSeconds;
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

    static bool Measure(SearchTyping kind, string[] typed, SearchIndex index, ImmutableArray<float> popularity, Table table, ResultLine result)
    {
        for (var i = 0; i < WarmUp; i++) Suggest(typed[i % typed.Length]);
        var timings = new Timings(kind.ToString(), typed.Length);
        var (slowest, most) = ("", 0.0);
        foreach (var text in typed)
        {
            var start = Stopwatch.GetTimestamp();
            timings.Measure(() => Suggest(text));
            var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (took > most) (slowest, most) = (text, took);
        }

        table.Add(
            timings.Name, typed.Length.ToString("N0", CultureInfo.InvariantCulture), Digits(timings.Median), Digits(timings.Percentile(0.99)),
            Digits(timings.Percentile(0.999)), Digits(timings.Percentile(1)), $"'{slowest}'");
        result.With($"{timings.Name}.p50.ms", timings.Median).With($"{timings.Name}.p99.ms", timings.Percentile(0.99)).With($"{timings.Name}.most.ms", timings.Percentile(1));
        return timings.Percentile(1) < MostMilliseconds;

        void Suggest(string text) => index.Suggest(SearchQuery.Parse(text), popularity.AsSpan(), 8, 3);
    }

    static string Digits(double milliseconds) => milliseconds.ToString("F3", CultureInfo.InvariantCulture);
}
