using System.Diagnostics;
using Matinee.Benchmarks.Data;
using Matinee.Engine.Baseline;
using Matinee.Engine.Blend;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Facts;
using Matinee.Engine.Factorization;
using Matinee.Engine.Forest;
using Matinee.Engine.Models;
using Matinee.Engine.Neighbours;
using Matinee.Engine.Neural;
using Matinee.Engine.Ratings;
using Matinee.Engine.Ridge;
using Matinee.Engine.Training;

namespace Matinee.Benchmarks;

/// <summary>How close the engine's star models come: RMSE and MAE over the published folds u1 to u5, else over five random ones.</summary>
static class StarBoard
{
    const int RandomFolds = 5;
    const int Shown = 12;

    public static readonly IReadOnlyList<Option> Options = [new("seed", "divides the set and starts the models; 1 by default")];

    // One line a model.
    static readonly (string Name, Func<KnownFacts, ITrainer> Trainer)[] s_models =
    [
        ("baseline", _ => new BaselineTrainer(new())),
        ("item neighbours", _ => new ItemNeighboursTrainer(new())),
        ("user neighbours", _ => new UserNeighboursTrainer(new())),
        ("factorization, stars only", _ => new FactorizationTrainer(new() { Implicit = false })),
        ("factorization", _ => new FactorizationTrainer(new())),
        ("factorization, 23 factors", _ => new FactorizationTrainer(new() { Factors = 23 })),
        ("neural", _ => new NeuralTrainer()),
        ("ridge", facts => new RidgeTrainer(new() { Facts = facts })),
        ("forest", facts => new ForestTrainer(new() { Facts = facts })),
        ("blend of ratings", _ => new BlendTrainer(new() { Members = OfRatings() })),
        ("blend of ratings and facts", facts => new BlendTrainer(new()
        {
            Members = [.. OfRatings(), new NeuralTrainer(), new ForestTrainer(new() { Facts = facts }), new RidgeTrainer(new() { Facts = facts })],
            Facts = facts,
        })),
    ];

    public static void Run(Arguments arguments)
    {
        var set = DataSet.Find(arguments);
        var run = new TrainingRun
        {
            Seed = (ulong)arguments.Number("seed", 1, 0, int.MaxValue),
            Threads = arguments.Number("threads", Environment.ProcessorCount, 1, TrainingRun.MaxThreads),
        };
        Machine.Print();
        var (protocol, splits) = Divide(set, run.Seed);
        Console.WriteLine($"{set.Name}: {protocol}, {run.Threads} threads, seed {run.Seed}");

        var rows = s_models.Select(model => new Row(model.Name)).ToArray();
        foreach (var split in splits)
        {
            for (var m = 0; m < rows.Length; m++) rows[m].Measure(s_models[m].Trainer(set.Facts), split, set.Facts, run);
            Console.WriteLine($"  {split.Training.Count:N0} ratings trained, {split.Test.Count:N0} tested");
        }

        var table = new Table("model", "RMSE", "from", "to", "MAE", "train s", "fold in + score ms a user");
        var result = new ResultLine().With("set", set.Name);
        foreach (var row in rows) row.AddTo(table, result);
        table.Print();
        foreach (var row in rows) row.Explain();
        result.Print();
    }

    static ITrainer[] OfRatings() =>
    [
        new ItemNeighboursTrainer(new()),
        new UserNeighboursTrainer(new()),
        new FactorizationTrainer(new()),
        new FactorizationTrainer(new() { Factors = 23 }),
    ];

    static (string Protocol, IEnumerable<Split> Splits) Divide(DataSet set, ulong seed)
    {
        // ua and ub hold ten ratings of each user back, which is another question: only the five disjoint folds are averaged.
        var published = set.Folds.Where(fold => fold.Name is "u1" or "u2" or "u3" or "u4" or "u5").ToArray();
        return published.Length > 0
            ? ($"published folds {string.Join(", ", published.Select(fold => fold.Name))}", published.Select(fold => Split.From(fold.Training, fold.Test)))
            : ($"{RandomFolds} random folds", Splits.RandomFolds(Interactions.From(set.Ratings), RandomFolds, seed));
    }

    sealed class Row(string name)
    {
        readonly List<double> _rmse = [];
        readonly List<double> _mae = [];
        IModel? _last;
        double _trained;
        double _answered;

        public void Measure(ITrainer trainer, Split split, KnownFacts facts, TrainingRun run)
        {
            var watch = Stopwatch.StartNew();
            _last = trainer.Fit(split.Training, run);
            _trained += watch.Elapsed.TotalSeconds;
            watch.Restart();
            var result = StarEvaluation.Run(_last, split, new() { Bootstrap = new() { Resamples = 0 }, Facts = facts }, run with { Threads = 1 });
            _answered += watch.Elapsed.TotalMilliseconds / split.Test.Users.Count;
            _rmse.Add(result[Metric.Rmse].Value);
            _mae.Add(result[Metric.Mae].Value);
        }

        /// <summary>What the model of the last fold says of itself.</summary>
        public void Explain()
        {
            if (_last is BlendModel blend)
                Console.WriteLine($"{name}: {string.Join(", ", blend.Members.Select(member => $"{member.Model.Kind} {member.Weight:F2}"))}");
            if (_last is ForestModel forest)
                Console.WriteLine($"{name}: {string.Join(", ", forest.Importances.Take(Shown).Select(one => $"{one.Feature} {one.Share:P1}"))}");
        }

        public void AddTo(Table table, ResultLine result)
        {
            var folds = _rmse.Count;
            table.Add(
                name,
                $"{_rmse.Average():F4}",
                $"{_rmse.Min():F4}",
                $"{_rmse.Max():F4}",
                $"{_mae.Average():F4}",
                $"{_trained / folds:F2}",
                $"{_answered / folds:F3}");
            result.With($"{name.Replace(",", "")} rmse", _rmse.Average());
        }
    }
}
