using System.Diagnostics;
using Matinee.Benchmarks.Data;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Factorization;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Benchmarks;

/// <summary>
/// How long the factorization takes to be as good as LIBMF at its best, and how long LIBMF takes to be that good itself: on the
/// same ratings in memory, the same threads, in turns. LIBMF's parameters are chosen by the very test that judges both.
/// </summary>
static class Train
{
    const int Simulated = 1_000_000;
    const int Turns = 7;
    const double TestShare = 0.1;
    const double Near = 1.005; // within half a percent of its best, LIBMF may be much quicker: measured as well

    static readonly int[] s_factors = [8, 16, 32, 64];
    static readonly int[] s_iterations = [10, 20, 40, 80, 120];
    static readonly float[] s_lambdas = [0.02f, 0.03f, 0.05f, 0.08f];
    static readonly float[] s_etas = [0.05f, 0.1f];

    public static readonly IReadOnlyList<Option> Options = [new("libmf", "the shared library of LIBMF to compare with, built from its public source")];

    public static void Run(Arguments arguments)
    {
        var set = arguments.Text("data") is null && arguments.Text("simulate") is null ? DataSet.Simulated(Simulated) : DataSet.Find(arguments);
        var run = new TrainingRun { Threads = arguments.Number("threads", Environment.ProcessorCount, 1, TrainingRun.MaxThreads) };
        Machine.Print();
        var rows = set.Ratings.ToArray();
        var watch = Stopwatch.StartNew();
        var all = Interactions.From(rows);
        Console.WriteLine($"{set.Name}: {all.Count:N0} ratings, sorted both ways in {watch.Elapsed.TotalSeconds:F2} s, {run.Threads} threads");
        var split = Splits.RandomFolds(all, (int)(1 / TestShare), run.Seed).First();
        var ours = Ours(split, run);
        if (arguments.Text("libmf") is { } path) Compare(path, split, ours, run);
        else new ResultLine().With("best-rmse", ours.Min(point => point.Rmse)).With("seconds", ours.MinBy(point => point.Rmse)!.Seconds).Print();
    }

    static List<Point> Ours(Split split, TrainingRun run)
    {
        var points = new List<Point>();
        var table = new Table("epochs", "RMSE", "seconds");
        Measure(split, 2, run); // the compiler's share of the first call
        foreach (var epochs in Enumerable.Range(2, 9).Concat([12, 15, 20, 25]))
        {
            points.Add(Measure(split, epochs, run));
            table.Add($"{epochs}", $"{points[^1].Rmse:F4}", $"{points[^1].Seconds:F2}");
        }

        table.Print();
        return points;
    }

    static void Compare(string path, Split split, List<Point> ours, TrainingRun run)
    {
        using var libmf = new Libmf(path);
        var test = split.Test.All().ToArray();
        var tried = (
            from factors in s_factors
            from lambda in s_lambdas
            from eta in s_etas
            from iterations in s_iterations
            select new LibmfSettings(factors, iterations, lambda, eta, run.Threads)).Select(settings =>
        {
            var (seconds, rmse) = libmf.Run(split.Training, test, settings);
            return (Settings: settings, Seconds: seconds, Rmse: rmse);
        }).ToArray();

        var best = tried.MinBy(point => point.Rmse);
        var quick = tried.Where(point => point.Rmse <= best.Rmse * Near).MinBy(point => point.Seconds);
        var table = new Table("LIBMF", "its RMSE", "its seconds", "ours from epoch", "our RMSE", "our seconds", "ours / its", "from", "to");
        var result = new ResultLine();
        foreach (var (name, point) in new[] { ("best", best), ("quick", quick) })
        {
            var enough = ours.FirstOrDefault(our => our.Rmse <= point.Rmse);
            if (enough is null)
            {
                table.Add(name, $"{point.Rmse:F4}", $"{point.Seconds:F2}", "never", "", "", "", "", "");
                continue;
            }

            var pairs = Enumerable.Range(0, Turns).Select(_ => (
                Ours: Measure(split, enough.Epochs, run).Seconds,
                Its: libmf.Run(split.Training, test, point.Settings).Seconds)).ToArray();
            var ratios = pairs.Select(pair => pair.Ours / pair.Its).Order().ToArray();
            table.Add(
                $"{name}: {point.Settings.Factors} factors, {point.Settings.Iterations} iterations, lambda {point.Settings.Lambda}, eta {point.Settings.Eta}",
                $"{point.Rmse:F4}",
                $"{Median(pairs.Select(pair => pair.Its)):F2}",
                $"{enough.Epochs}",
                $"{enough.Rmse:F4}",
                $"{Median(pairs.Select(pair => pair.Ours)):F2}",
                $"{ratios[Turns / 2]:F2}",
                $"{ratios[0]:F2}",
                $"{ratios[^1]:F2}");
            result.With($"libmf {name} rmse", point.Rmse).With($"ratio {name}", ratios[Turns / 2]);
        }

        table.Print();
        result.With("our-best-rmse", ours.Min(point => point.Rmse)).Print();
    }

    static Point Measure(Split split, int epochs, TrainingRun run)
    {
        var watch = Stopwatch.StartNew();
        var model = new FactorizationTrainer(new() { Epochs = epochs }).Fit(split.Training, run);
        var seconds = watch.Elapsed.TotalSeconds;
        var result = StarEvaluation.Run(model, split, new() { Bootstrap = new() { Resamples = 0 } }, run);
        return new(epochs, seconds, result[Metric.Rmse].Value);
    }

    static double Median(IEnumerable<double> values) => values.Order().ElementAt(Turns / 2);

    sealed record Point(int Epochs, double Seconds, double Rmse);
}
