using System.Globalization;
using Matinee.Engine.Baseline;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Models;
using Matinee.Engine.Popularity;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Boards;

/// <summary>Trains models on one split and puts them on a board: the same ratings, questions, candidates and seed for all.</summary>
/// <param name="split">What is learned and what is asked.</param>
/// <param name="method">How the ratings were divided, for people.</param>
/// <param name="options">How models are judged.</param>
/// <param name="clock">Takes the times.</param>
public sealed class Contest(Split split, string method, BoardOptions options, TimeProvider clock)
{
    const string Stage = "Comparing models";

    /// <summary>The contest that judges: on the last part of a division.</summary>
    public Contest(Division division, BoardOptions options, TimeProvider clock) : this(division.Judging, division.Method, options, clock)
    {
    }

    /// <summary>The star board; the mean, film and viewer biases are always on it, under the name of their trainer.</summary>
    public BoardResult Stars(IReadOnlyList<Entrant> entrants, TrainingRun run)
    {
        var all = WithBaselines(entrants, [new BaselineTrainer(new())]);
        return Hold(Goal.Stars, Metric.Rmse, "every test rating asked", all, run, model => StarEvaluation.Run(model, split, options.Stars, run));
    }

    /// <summary>The list board; popularity and chance are always on it, under the names of their trainers.</summary>
    public BoardResult Lists(IReadOnlyList<Entrant> entrants, TrainingRun run)
    {
        var candidates = options.Lists.Candidates
            ?? IdMap.From(split.Training.Items.Ids.ToArray().Concat(options.MoreFilms.Ids.ToArray()));
        var lists = options.Lists with { Candidates = candidates };
        var protocol = string.Create(
            CultureInfo.InvariantCulture, $"lists of {lists.K} out of {candidates.Count} films, relevant from {lists.RelevantFrom} stars");
        var all = WithBaselines(entrants, [new PopularityTrainer(), new RandomTrainer()]);
        return Hold(Goal.Lists, Metric.Ndcg, protocol, all, run, model => ListEvaluation.Run(model, split, lists, run));
    }

    static List<Entrant> WithBaselines(IReadOnlyList<Entrant> entrants, ITrainer[] baselines)
    {
        ArgumentNullException.ThrowIfNull(entrants);
        var all = entrants.ToList();
        all.AddRange(baselines.Where(baseline => all.TrueForAll(entrant => entrant.Name != baseline.Name)).Select(baseline => new Entrant(baseline.Name, baseline)));
        var twice = all.GroupBy(entrant => entrant.Name).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? all : throw new ArgumentException($"Two entrants are called '{twice.Key}'; name them apart.", nameof(entrants));
    }

    BoardResult Hold(Goal goal, Metric decisive, string protocol, List<Entrant> entrants, TrainingRun run, Func<IModel, EvaluationResult> judge)
    {
        ArgumentNullException.ThrowIfNull(run);
        var rows = new List<BoardRow>();
        var results = new Dictionary<string, EvaluationResult>();
        foreach (var entrant in entrants)
        {
            run.Progress?.Report(new($"{Stage}: {entrant.Name}", 0));
            var start = clock.GetTimestamp();
            var model = entrant.Trainer.Fit(split.Training, run);
            var seconds = clock.GetElapsedTime(start).TotalSeconds;
            if (model.Goal != goal)
                throw new ArgumentException($"'{entrant.Name}' answers another question ({model.Goal}) than the board ({goal}).", nameof(entrants));
            var result = judge(model);
            results.Add(entrant.Name, result);
            var costs = Footprint.Of(model, split.Training, options.TimedViewers, clock, run);
            rows.Add(new(entrant.Name, model.Kind, entrant.Parameters, result.Measures, seconds, costs.Bytes, costs.ScoringMicroseconds));
            run.Progress?.Report(new($"{Stage}: {entrant.Name}", 1));
        }

        double Value(BoardRow row) => row.Find(decisive)?.Value ?? double.NaN;
        var sorted = (decisive == Metric.Rmse ? rows.OrderBy(Value) : rows.OrderByDescending(Value)).ThenBy(row => row.Name, StringComparer.Ordinal);
        return new(
            new(
                goal,
                decisive,
                $"{method}; {protocol}",
                results.Values.First().Fingerprint.ToString("x16", CultureInfo.InvariantCulture),
                run.Seed,
                split.Training.Count,
                split.Test.Count,
                split.Test.Users.Count,
                [.. sorted]),
            results);
    }
}
