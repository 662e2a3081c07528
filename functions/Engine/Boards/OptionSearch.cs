using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Training;

namespace Matinee.Engine.Boards;

/// <summary>Looks for options that do well, within a budget of time, and goes on the next time where it ended.</summary>
/// <remarks>
/// First the start, then what did best on earlier data; from there by turns anywhere in the space and near the best so far. The
/// n-th trial depends on the seed and on the trials before alone, so a search in two runs tries what one run of both budgets would.
/// </remarks>
/// <param name="space">What is searched.</param>
/// <param name="options">How much it may take.</param>
/// <param name="clock">Watches over the budget.</param>
public sealed class OptionSearch(SearchSpace space, SearchOptions options, TimeProvider clock)
{
    const int Remembered = 3;
    const double Near = 0.1; // of the whole range of a knob

    /// <summary>Tries options.</summary>
    /// <param name="score">The more the better; not a number counts as the worst.</param>
    /// <param name="data">The fingerprint of what the score is taken on.</param>
    /// <param name="memory">What earlier searches found; of another space or other knobs it is of no use and left aside.</param>
    /// <param name="run">The seed; told how far the search is.</param>
    public SearchMemory Run(Func<ITrainer, double> score, string data, SearchMemory? memory, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(score);
        ArgumentNullException.ThrowIfNull(run);
        var now = TakeUp(memory, data);
        var trials = now.Trials.ToList();
        var start = clock.GetTimestamp();
        for (var made = 0; trials.Count < options.MaxTrials; made++)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var spent = clock.GetElapsedTime(start);
            if (spent >= options.Budget || (made > 0 && spent + spent / made > options.Budget)) break;
            var values = Propose(trials, now.Before, run.Seed);
            if (Try(score, space.Make(values), run) is not { } found) break;
            trials.Add(new(values, double.IsFinite(found) ? found : double.MinValue));
            run.Progress?.Report(new($"Searching options of {space.Name}", (double)trials.Count / options.MaxTrials));
        }

        return now with { Trials = trials };
    }

    /// <summary>Null where the score was cut off by a limit of its own: that says nothing of the options.</summary>
    static double? Try(Func<ITrainer, double> score, ITrainer trainer, TrainingRun run)
    {
        try
        {
            return score(trainer);
        }
        catch (OperationCanceledException) when (!run.Cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    SearchMemory TakeUp(SearchMemory? memory, string data)
    {
        if (memory is null || !space.Fits(memory)) return new(space.Name, data, [], []);
        if (memory.Data == data) return memory;
        var best = memory.Trials.OrderByDescending(trial => trial.Score).Take(Remembered).ToArray();
        return new(space.Name, data, [], best.Length > 0 ? best : memory.Before);
    }

    IReadOnlyDictionary<string, double> Propose(List<Trial> trials, IReadOnlyList<Trial> before, ulong seed)
    {
        var number = trials.Count;
        if (number == 0) return space.Start;
        if (number <= before.Count) return before[number - 1].Values;
        var random = new SeededRandom(seed, (ulong)number);
        var best = number % 2 == 0 ? trials.MaxBy(trial => trial.Score) : null;
        var values = new Dictionary<string, double>();
        foreach (var knob in space.Knobs)
        {
            var place = best is null ? random.NextDouble() : knob.PlaceOf(best.Values[knob.Name]) + Near * random.NextNormal();
            values.Add(knob.Name, knob.At(place));
        }

        return values;
    }
}
