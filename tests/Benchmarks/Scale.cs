using System.Globalization;
using Matinee.Benchmarks.Data;
using Matinee.Engine.Training;

namespace Matinee.Benchmarks;

/// <summary>What training costs as ratings grow: seconds, and the most memory the process had; each figure from a process of its own.</summary>
static class Scale
{
    /// <summary>The step without a trainer: taking ratings in.</summary>
    public const string Building = "building";

    static readonly int[] s_sizes = [100_000, 1_000_000, 10_000_000];
    static readonly string[] s_defaults = ["factorization", "ials"];

    // Ratings alone are also measured at the size of the largest public set that a trainer is asked to take.
    const int LargestBuilt = 25_000_000;

    public static IReadOnlyList<Option> Options { get; } =
    [
        new("sizes", $"numbers of simulated ratings; {string.Join(",", s_sizes)} by default, and {LargestBuilt} for building alone"),
        new("trainers", $"which of {string.Join(",", Contenders.Names)}; {string.Join(",", s_defaults)} by default, none with '{Building}'"),
        new("step", "measures one trainer in this process (what the command calls itself with)"),
    ];

    public static void Run(Arguments arguments)
    {
        if (arguments.Text("data") is not null) throw new UsageException("scale simulates its ratings; --data has no meaning.");
        var threads = arguments.Number("threads", Environment.ProcessorCount, 1, TrainingRun.MaxThreads);
        if (arguments.Text("step") is not null)
        {
            var size = arguments.Number("simulate", s_sizes[0], Simulation.MinRatings, int.MaxValue);
            ScaleStep.Run(arguments.Words("step", [Building, .. Contenders.Names])[0], size, threads);
            return;
        }

        var sizes = arguments.Numbers("sizes", s_sizes, Simulation.MinRatings, int.MaxValue);
        var trainers = arguments.Text("trainers") is null
            ? s_defaults.Intersect(Contenders.Names)
            : arguments.Words("trainers", [Building, .. Contenders.Names]).Where(name => name != Building);
        Machine.Print();
        Console.WriteLine($"simulated ratings; {threads} threads; each row from a process of its own");
        var built = arguments.Text("sizes") is null ? sizes.Append(LargestBuilt) : sizes;
        var result = new ResultLine();
        Build(built, threads, result);
        Train(sizes, [.. trainers], threads, result);
        result.Print();
    }

    static void Build(IEnumerable<int> sizes, int threads, ResultLine result)
    {
        var table = new Table("building", "users", "films", "seconds", "million/s", "bytes a rating", "peak bytes a rating", "peak MB");
        foreach (var size in sizes)
        {
            var step = ChildProcess.Measure(Building, size, threads);
            table.Add(
                Ratings(size), step["users"], step["films"], step["seconds"], step["million_per_s"],
                step["bytes"], step["peak_bytes"], step["peak_mb"]);
            result.With($"building.{size}.s", step["seconds"]).With($"building.{size}.bytes", step["bytes"])
                .With($"building.{size}.peak_bytes", step["peak_bytes"]);
        }

        table.Print();
    }

    static void Train(IReadOnlyList<int> sizes, IReadOnlyList<string> trainers, int threads, ResultLine result)
    {
        if (trainers.Count == 0) return;
        var table = new Table("training", "ratings", "seconds", "million/s", "peak MB");
        foreach (var trainer in trainers)
        {
            foreach (var size in sizes)
            {
                var step = ChildProcess.Measure(trainer, size, threads);
                table.Add(trainer, Ratings(size), step["seconds"], step["million_per_s"], step["peak_mb"]);
                result.With($"{trainer}.{size}.s", step["seconds"]).With($"{trainer}.{size}.peak_mb", step["peak_mb"]);
            }
        }

        table.Print();
    }

    static string Ratings(int size) => size.ToString("N0", CultureInfo.InvariantCulture);
}
