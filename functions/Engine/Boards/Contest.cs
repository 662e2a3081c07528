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

    readonly ListEvaluationOptions _lists = options.Lists with
    {
        Candidates = options.Lists.Candidates ?? IdMap.From(split.Training.Items.Ids.ToArray().Concat(options.MoreFilms.Ids.ToArray())),
    };

    /// <summary>The contest that judges: on the last part of a division.</summary>
    public Contest(Division division, BoardOptions options, TimeProvider clock) : this(division.Judging, division.Method, options, clock)
    {
    }

    /// <summary>What the order of a board goes by, and a gate.</summary>
    public static Metric DecisiveOf(Goal goal) => goal == Goal.Stars ? Metric.Rmse : Metric.Ndcg;

    /// <summary>What anyone could do without learning tastes: always on the board, under the names of their trainers.</summary>
    public static IReadOnlyList<Entrant> Yardsticks(Goal goal)
    {
        ITrainer[] trainers = goal == Goal.Stars ? [new BaselineTrainer(new())] : [new PopularityTrainer(), new RandomTrainer()];
        return [.. trainers.Select(static trainer => new Entrant(trainer.Name, trainer))];
    }

    /// <summary>The star board; the mean, film and viewer biases are always on it.</summary>
    public BoardResult Stars(IReadOnlyList<Entrant> entrants, TrainingRun run) => Hold(Goal.Stars, entrants, run);

    /// <summary>The list board; popularity and chance are always on it.</summary>
    public BoardResult Lists(IReadOnlyList<Entrant> entrants, TrainingRun run) => Hold(Goal.Lists, entrants, run);

    /// <summary>Trains one model and asks it what all others are asked.</summary>
    /// <exception cref="ArgumentException">Its model answers another question.</exception>
    public Showing Try(Entrant entrant, Goal goal, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(entrant);
        ArgumentNullException.ThrowIfNull(run);
        run.Progress?.Report(new($"{Stage}: {entrant.Name}", 0));
        var start = clock.GetTimestamp();
        var model = entrant.Trainer.Fit(split.Training, run);
        var seconds = clock.GetElapsedTime(start).TotalSeconds;
        if (model.Goal != goal)
            throw new ArgumentException($"'{entrant.Name}' answers another question ({model.Goal}) than the board ({goal}).", nameof(entrant));
        var result = goal == Goal.Stars ? StarEvaluation.Run(model, split, options.Stars, run) : ListEvaluation.Run(model, split, _lists, run);
        var costs = Footprint.Of(model, split.Training, options.TimedViewers, clock, run);
        run.Progress?.Report(new($"{Stage}: {entrant.Name}", 1));
        // What is no number, as the spread of no lists, is left out: a board is kept as JSON.
        Measure[] measures = [.. result.Measures.Where(static measure => double.IsFinite(measure.Value))];
        return new(new(entrant.Name, model.Kind, entrant.Parameters, measures, seconds, costs.Bytes, costs.ScoringMicroseconds), result);
    }

    /// <summary>Puts what was shown in this contest side by side, best first.</summary>
    public Board BoardOf(Goal goal, IReadOnlyCollection<Showing> showings, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(showings);
        var decisive = DecisiveOf(goal);
        var protocol = goal == Goal.Stars
            ? "every test rating asked"
            : string.Create(CultureInfo.InvariantCulture, $"lists of {_lists.K} out of {_lists.Candidates!.Count} films, relevant from {_lists.RelevantFrom} stars");
        double Value(BoardRow row) => (row.Find(decisive)?.Value ?? double.PositiveInfinity) * (goal == Goal.Stars ? 1 : -1);
        return new(
            goal,
            decisive,
            $"{method}; {protocol}",
            (showings.FirstOrDefault()?.Result.Fingerprint ?? split.Fingerprint).ToString("x16", CultureInfo.InvariantCulture),
            seed,
            split.Training.Count,
            split.Test.Count,
            split.Test.Users.Count,
            [.. showings.Select(static showing => showing.Row).OrderBy(Value).ThenBy(static row => row.Name, StringComparer.Ordinal)]);
    }

    BoardResult Hold(Goal goal, IReadOnlyList<Entrant> entrants, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(entrants);
        ArgumentNullException.ThrowIfNull(run);
        Entrant[] all = [.. entrants, .. Yardsticks(goal).Where(yardstick => entrants.All(entrant => entrant.Name != yardstick.Name))];
        if (all.CountBy(static entrant => entrant.Name).FirstOrDefault(static name => name.Value > 1).Key is { } twice)
            throw new ArgumentException($"Two entrants are called '{twice}'; name them apart.", nameof(entrants));
        var showings = all.ToDictionary(static entrant => entrant.Name, entrant => Try(entrant, goal, run));
        return new(BoardOf(goal, showings.Values, run.Seed), showings.ToDictionary(static one => one.Key, static one => one.Value.Result));
    }
}
