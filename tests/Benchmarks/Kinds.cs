using System.Diagnostics;
using System.Globalization;
using Matinee.Benchmarks.Data;
using Matinee.Engine.Facts;
using Matinee.Engine.Numerics;
using Matinee.Engine.Portraits;
using Matinee.Engine.Portraits.Clusters;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Benchmarks;

/// <summary>What finding kinds of viewers costs as viewers grow: their features, one clustering with its restarts, and all of it with the choice of how many.</summary>
static class Kinds
{
    const int Films = 4000;
    const int RatingsOfUser = 40;
    const int Clusters = 8;

    static readonly int[] s_sizes = [10_000, 100_000, 200_000];
    static readonly string[] s_genres = ["Action", "Animation", "Comedy", "Crime", "Documentary", "Drama", "Horror", "Romance", "Sci-Fi", "Thriller", "War", "Western"];

    public static IReadOnlyList<Option> Options { get; } = [new("sizes", $"numbers of viewers; {string.Join(",", s_sizes)} by default")];

    public static void Run(Arguments arguments)
    {
        var run = new TrainingRun { Threads = arguments.Number("threads", Environment.ProcessorCount, 1, TrainingRun.MaxThreads) };
        Machine.Print();
        Console.WriteLine($"{RatingsOfUser} simulated ratings a viewer of {Films:N0} films, {run.Threads} threads; {Clusters} clusters, the best of {KMeansOptions.DefaultRestarts} restarts (mini-batches above {KMeansOptions.DefaultMiniBatchAbove:N0})");
        var facts = new KnownFacts(Enumerable.Range(1, Films).Select(FactsOf));
        var table = new Table("viewers", "features s", "columns", "clusters s", "all s", "kinds found");
        var result = new ResultLine();
        foreach (var users in arguments.Numbers("sizes", s_sizes, 1000, 10_000_000))
        {
            var ratings = Interactions.From(new Simulation(users, Films, users * RatingsOfUser).Ratings());
            var (features, measuring) = Timed(() => UserFeatures.Of(ratings, facts, PortraitsOptions.DefaultMinRatings, run));
            var points = new Points(features.Rows, features.Space.Width);
            var (_, clustering) = Timed(() => KMeans.Fit(points, new() { Clusters = Clusters }, run));
            var (model, all) = Timed(() => new PortraitsTrainer(facts).Fit(ratings, run));
            table.Add(users.ToString("N0", CultureInfo.InvariantCulture), Text(measuring), $"{features.Space.Width}", Text(clustering), Text(all), $"{model.Portraits.Count}");
            result.With($"{users}.clusters_s", clustering).With($"{users}.all_s", all);
        }

        table.Print();
        result.Print();
    }

    // A film's genres by its number, the same in every run.
    static FilmFacts FactsOf(int film)
    {
        var random = new SeededRandom((ulong)film);
        return new(film) { Year = 1930 + random.Next(95), Genres = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => s_genres[random.Next(s_genres.Length)]).Distinct()] };
    }

    static (T Value, double Seconds) Timed<T>(Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var value = work();
        return (value, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    static string Text(double seconds) => seconds.ToString("0.00", CultureInfo.InvariantCulture);
}
