using System.Diagnostics;
using Matinee.Benchmarks.Data;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Benchmarks;

/// <summary>How good every trainer's lists are: the same splits for all, every film a candidate, every test rating relevant.</summary>
/// <remarks>The random 75/25 split and k = 10 are those of the recommenders-team benchmark, so that its table can stand beside ours.</remarks>
static class Lists
{
    const int Folds = 4;
    const int InnerFolds = 10;
    const string ByRating = "rating";
    const string ByUser = "user";
    const int DefaultSeeds = 3;
    const int MaxSeeds = 100;

    static readonly Metric[] s_columns =
    [
        Metric.Ndcg, Metric.Precision, Metric.Recall, Metric.AveragePrecision, Metric.ReciprocalRank,
        Metric.Coverage, Metric.ExposureGini, Metric.Novelty,
    ];

    public static IReadOnlyList<Option> Options { get; } =
    [
        new("seeds", $"over how many random splits; {DefaultSeeds} by default"),
        new("split", $"'{ByRating}' draws the test from all ratings alike (the default), '{ByUser}' the same share from each user's"),
        new("k", $"how long a list is; {ListEvaluationOptions.DefaultK} by default"),
        new("trainers", $"which of {string.Join(",", Contenders.Names)}"),
    ];

    public static void Run(Arguments arguments)
    {
        var seeds = arguments.Number("seeds", DefaultSeeds, 1, MaxSeeds);
        var threads = arguments.Number("threads", Environment.ProcessorCount, 1, TrainingRun.MaxThreads);
        var k = arguments.Number("k", ListEvaluationOptions.DefaultK, 1, ListEvaluationOptions.MaxK);
        var options = new ListEvaluationOptions { K = k };
        var splitBy = arguments.Text("split") ?? ByRating;
        if (splitBy is not (ByRating or ByUser)) throw new UsageException($"--split must be {ByRating} or {ByUser}, not '{splitBy}'.");
        var names = arguments.Words("trainers", Contenders.Names);
        var set = DataSet.Find(arguments);
        var all = Interactions.From(set.Ratings);
        Machine.Print();
        Console.WriteLine($"{set.Name}: {all.Count:N0} ratings, {all.Users.Count:N0} users, {all.Items.Count:N0} films");
        Console.WriteLine($"{seeds} splits by {splitBy}, 75 % for training; k = {options.K}; {threads} threads");

        var entries = Contenders.All(set.Facts).Where(contender => names.Contains(contender.Name)).Select(contender => new ListsEntry(contender)).ToList();
        for (var seed = 1; seed <= seeds; seed++)
        {
            var split = Divide(all, splitBy, seed, Folds);
            // Parameters are chosen on a split of the training part: the test part is asked once. It holds less back, for what suits
            // far fewer ratings than the model will learn from does not suit the model.
            var inner = Divide(split.Training, splitBy, seed, InnerFolds);
            foreach (var entry in entries)
            {
                Console.Error.WriteLine($"split {seed} of {seeds}: {entry.Name}");
                entry.Measure(split, inner, options, new() { Seed = (ulong)seed, Threads = threads });
            }
        }

        Print(entries);
    }

    static Split Divide(Interactions ratings, string by, int seed, int folds) => by == ByUser
        ? Splits.RandomByUser(ratings, 1.0 / folds, (ulong)seed)
        : Splits.RandomFolds(ratings, folds, (ulong)seed).First();

    static void Print(IReadOnlyList<ListsEntry> entries)
    {
        var table = new Table(
            "trainer", "nDCG", "95 % of split 1", "P", "R", "MAP", "MRR", "coverage", "Gini", "novelty", "train s", "ms a user");
        var result = new ResultLine();
        foreach (var entry in entries.OrderByDescending(entry => entry.Mean(Metric.Ndcg)))
        {
            var interval = entry.First.Interval ?? throw new UnreachableException();
            string[] metrics = [.. s_columns.Select(metric => entry.Mean(metric).ToString(metric == Metric.Novelty ? "F2" : "F4"))];
            table.Add(
            [
                entry.Name, metrics[0], $"{interval.Low:F4}-{interval.High:F4}", .. metrics[1..],
                entry.TrainSeconds.ToString("F2"), entry.UserMilliseconds.ToString("F3"),
            ]);
            result.With($"{entry.Name}.ndcg", Math.Round(entry.Mean(Metric.Ndcg), 6))
                .With($"{entry.Name}.train_s", Math.Round(entry.TrainSeconds, 3));
        }

        table.Print();
        foreach (var entry in entries.Where(entry => entry.Chosen.Any(chosen => chosen.Length > 0)))
            Console.WriteLine($"{entry.Name}: {string.Join(" | ", entry.Chosen)}");
        result.Print();
    }
}
