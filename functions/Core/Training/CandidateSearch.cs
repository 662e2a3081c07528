using System.Globalization;
using Matinee.Engine.Boards;
using Matinee.Engine.Facts;
using Matinee.Engine.Models;
using Matinee.Engine.Training;

namespace Matinee.Core.Training;

/// <summary>Looks for better options of candidates before they compete: on the validation part alone, which lies before the ratings they are judged on.</summary>
sealed class CandidateSearch(
    Division division, BoardOptions boards, KnownFacts facts, SearchOptions options, TrainingPlan plan, TimeProvider clock, TrainingLog log)
{
    // Trials are told apart by their values alone: nobody sees intervals or costs of theirs.
    readonly Contest _contest = new(
        division.Choosing,
        division.Method,
        boards with
        {
            TimedViewers = 1,
            Lists = boards.Lists with { Bootstrap = new() { Resamples = 0 } },
            Stars = boards.Stars with { Bootstrap = new() { Resamples = 0 } },
        },
        clock);

    readonly string _data = division.Choosing.Fingerprint.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The candidates, set as they did best; the time is shared evenly by those that have anything to set.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <param name="memories">What earlier searches found; takes in what this one does.</param>
    /// <param name="time">For all of it.</param>
    /// <param name="run">Ends with the time for candidates.</param>
    /// <param name="whole">Ends with the run.</param>
    public List<TrainingCandidate> Run(
        IReadOnlyList<TrainingCandidate> candidates, SearchMemories memories, TimeSpan time, TrainingRun run, CancellationToken whole)
    {
        if (time <= TimeSpan.Zero) return [.. candidates];
        var searched = candidates.Count(static candidate => candidate.Knobs.Count > 0);
        return [.. candidates.Select(candidate => candidate.Knobs.Count == 0 || division.Choosing.Training.Items.Count > candidate.MaxFilms
            ? candidate
            : Best(candidate, memories, time / searched, run, whole))];
    }

    TrainingCandidate Best(TrainingCandidate candidate, SearchMemories memories, TimeSpan time, TrainingRun run, CancellationToken whole)
    {
        using var budget = new CancellationTokenSource(time, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, run.Cancellation);
        var limited = run with { Cancellation = both.Token };
        var space = new SearchSpace(candidate.Name, candidate.Knobs, values => candidate.With(values, plan.Recall).Trainer(facts));
        double Score(ITrainer trainer)
        {
            try
            {
                var value = _contest.Try(new(candidate.Name, trainer), candidate.Goal, limited).Row.Find(Contest.DecisiveOf(candidate.Goal))?.Value ?? double.NaN;
                return candidate.Goal == Goal.Stars ? -value : value;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // Options that can't be trained are no good; others may be.
                log.CandidateFailed(error, candidate.Name, error.Message);
                return double.NaN;
            }
        }

        var found = new OptionSearch(space, options with { Budget = time }, clock).Run(Score, _data, memories.Of(candidate), run with { Cancellation = whole });
        if (found.Trials.Count > 0) memories.Take(candidate, found);
        return memories.Tuned(candidate);
    }
}
