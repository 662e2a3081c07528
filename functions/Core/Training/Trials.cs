using Matinee.Engine.Boards;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Facts;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Core.Training;

/// <summary>Trains candidates on one part of the ratings and asks them about the other.</summary>
/// <param name="facts">What is known besides ratings.</param>
/// <param name="split">The parts.</param>
/// <param name="options">How it is measured.</param>
/// <param name="run">The whole run.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Is told what came of each.</param>
/// <param name="films">How many films there are to learn about.</param>
/// <param name="time">The time for candidates, for people.</param>
/// <param name="budget">Ends with the run or when the time for candidates is over.</param>
sealed class Trials(
    KnownFacts facts, Split split, TrainingOptions options, TrainingRun run, TimeProvider clock, TrainingLog log, int films, TimeSpan time, CancellationToken budget)
{
    const int TimedViewers = 30;

    // The same films for all to choose from, those that nobody has rated too: a model that knows them must not be judged as if it had more to miss.
    readonly ListEvaluationOptions _lists = options.Lists.Candidates is null
        ? options.Lists with { Candidates = IdMap.From(split.Training.Items.Ids.ToArray().Concat(facts.Films.Select(static film => (int)film.Id))) }
        : options.Lists;
    readonly TrainingRun _limited = run with { Cancellation = budget };

    public Trial Of(TrainingCandidate candidate) => Of(candidate, _limited);

    /// <summary>Without a limit of time.</summary>
    public Trial OfReference(TrainingCandidate reference) => Of(reference, run);

    public Comparison Compare(Trial candidate, Trial incumbent) =>
        Comparison.Of(candidate.Result!, incumbent.Result!, candidate.Metric, Segment.All, BootstrapOf(candidate.Candidate.Goal), run);

    Trial Of(TrainingCandidate candidate, TrainingRun limited)
    {
        var started = clock.GetTimestamp();
        if (films > candidate.MaxFilms) return Failed($"not for more than {candidate.MaxFilms} films, and there are {films}", null);
        try
        {
            // One that began after the time is over would only look at that in a while.
            limited.Cancellation.ThrowIfCancellationRequested();
            var trial = Measure(candidate, limited, started);
            if (trial.Problem is { } problem) log.CandidateFailed(null, candidate.Name, problem);
            else log.Measured(candidate.Name, trial.Metric, trial.Result![trial.Metric].Value, trial.Time.TotalSeconds);
            return trial;
        }
        catch (OperationCanceledException) when (!run.Cancellation.IsCancellationRequested)
        {
            return Failed($"not done within {time}", null);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // One that can't be trained must not keep the others from it; it is told in the log and in the run's record.
            return Failed(error.Message, error);
        }

        Trial Failed(string why, Exception? error)
        {
            log.CandidateFailed(error, candidate.Name, why);
            return new(candidate, null, why, clock.GetElapsedTime(started));
        }
    }

    Trial Measure(TrainingCandidate candidate, TrainingRun limited, long started)
    {
        var model = candidate.Trainer(facts).Fit(split.Training, limited);
        var fitted = clock.GetElapsedTime(started);
        var result = candidate.Goal == Goal.Stars
            ? StarEvaluation.Run(model, split, options.Stars with { Facts = facts }, limited)
            : ListEvaluation.Run(model, split, _lists, limited);
        var costs = Footprint.Of(model, split.Training, TimedViewers, clock, limited);
        var trial = new Trial(candidate, result, null, clock.GetElapsedTime(started))
        {
            Row = new(candidate.Name, model.Kind, candidate.Parameters.ToJsonString(), [.. result.Measures.Where(static measure => double.IsFinite(measure.Value))], fitted.TotalSeconds, costs.Bytes, costs.ScoringMicroseconds),
        };
        // Without anything relevant among the ratings asked about there is no value to judge by.
        if (result.Find(trial.Metric) is null) return trial with { Result = null, Row = null, Problem = "nothing it was asked about is relevant" };
        var scoring = TimeSpan.FromMicroseconds(costs.ScoringMicroseconds);
        return scoring <= options.MaxScoring
            ? trial
            : trial with { Result = null, Problem = $"too slow to serve: it takes {scoring.TotalMilliseconds:0} ms to score all films for a viewer" };
    }

    BootstrapOptions BootstrapOf(Goal goal) => goal == Goal.Stars ? options.Stars.Bootstrap : options.Lists.Bootstrap;
}
