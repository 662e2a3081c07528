using System.Diagnostics;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Models;
using Matinee.Engine.Ranking;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Benchmarks;

/// <summary>What one contender has shown on all splits.</summary>
sealed class ListsEntry(Contender contender)
{
    const int TimedUsers = 1000;

    readonly List<EvaluationResult> _results = [];
    readonly List<string> _chosen = [];
    readonly List<double> _trainSeconds = [];
    readonly List<double> _userMilliseconds = [];

    public string Name => contender.Name;

    /// <summary>The parameters chosen for each split.</summary>
    public IReadOnlyList<string> Chosen => _chosen;

    /// <summary>nDCG on the first split.</summary>
    public Measure First => _results[0][Metric.Ndcg];

    /// <summary>Seconds to fit, the choosing of parameters not counted; mean over splits.</summary>
    public double TrainSeconds => _trainSeconds.Average();

    /// <summary>Milliseconds from a viewer's ratings to their list on one thread; mean over splits.</summary>
    public double UserMilliseconds => _userMilliseconds.Average();

    public double Mean(Metric metric) => _results.Average(result => result[metric].Value);

    public void Measure(Split split, Split inner, ListEvaluationOptions options, TrainingRun run)
    {
        var variant = Choose(inner, options, run);
        var watch = Stopwatch.StartNew();
        var model = variant.Trainer.Fit(split.Training, run);
        _trainSeconds.Add(watch.Elapsed.TotalSeconds);
        _userMilliseconds.Add(TimeOfUser(model, split, options.K));
        _results.Add(ListEvaluation.Run(model, split, options, run));
        _chosen.Add(variant.Parameters);
    }

    Variant Choose(Split inner, ListEvaluationOptions options, TrainingRun run)
    {
        if (contender.Grid is [var only]) return only;
        var quick = options with { Bootstrap = new() { Resamples = 0 } };
        return contender.Grid.MaxBy(variant =>
            ListEvaluation.Run(variant.Trainer.Fit(inner.Training, run), inner, quick, run)[Metric.Ndcg].Value)!;
    }

    static double TimeOfUser(IModel model, Split split, int k)
    {
        var training = split.Training;
        var places = Array.ConvertAll(training.Items.Ids.ToArray(), model.Items.IndexOf);
        var users = Enumerable.Range(0, Math.Min(TimedUsers, training.Users.Count))
            .Select(user => Array.ConvertAll(training.OfUser(user).ToOwn(), rating => rating with { Item = places[rating.Item] }))
            .ToArray();
        Serve(model, users.AsSpan(0, users.Length / 10), k); // compiled and warm before the clock starts
        var watch = Stopwatch.StartNew();
        Serve(model, users, k);
        return watch.Elapsed.TotalMilliseconds / users.Length;
    }

    static void Serve(IModel model, ReadOnlySpan<OwnRating[]> users, int k)
    {
        foreach (var own in users)
            TopItems.Of(model.FoldIn(own), model.Items.Count, k, ItemSet.Of(Array.ConvertAll(own, rating => rating.Item)));
    }
}
