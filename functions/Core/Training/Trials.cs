using Matinee.Engine.Evaluation;
using Matinee.Engine.Facts;
using Matinee.Engine.Models;
using Matinee.Engine.Training;

namespace Matinee.Core.Training;

/// <summary>Trains candidates on one part of the ratings and asks them about the other.</summary>
/// <param name="facts">What is known besides ratings.</param>
/// <param name="split">The parts.</param>
/// <param name="options">How it is measured.</param>
/// <param name="run">The whole run.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Is told what came of each.</param>
/// <param name="budget">Ends with the run or when the time for candidates is over.</param>
sealed class Trials(
    KnownFacts facts, Split split, TrainingOptions options, TrainingRun run, TimeProvider clock, TrainingLog log, CancellationToken budget)
{
    readonly TrainingRun _limited = run with { Cancellation = budget };

    public Trial Of(TrainingCandidate candidate) => Of(candidate, _limited);

    /// <summary>Without a limit of time.</summary>
    public Trial OfReference(TrainingCandidate reference) => Of(reference, run);

    public Comparison Compare(Trial candidate, Trial incumbent) =>
        Comparison.Of(candidate.Result!, incumbent.Result!, candidate.Metric, Segment.All, BootstrapOf(candidate.Candidate.Goal), run);

    Trial Of(TrainingCandidate candidate, TrainingRun limited)
    {
        var started = clock.GetTimestamp();
        try
        {
            var result = Measure(candidate, limited);
            var trial = new Trial(candidate, result, null, clock.GetElapsedTime(started));
            // Without anything relevant among the ratings asked about there is no value to judge by.
            if (result.Find(trial.Metric) is null) trial = trial with { Result = null, Problem = "nothing it was asked about is relevant" };
            else log.Measured(candidate.Name, trial.Metric, result[trial.Metric].Value, trial.Time.TotalSeconds);
            return trial;
        }
        catch (OperationCanceledException) when (!run.Cancellation.IsCancellationRequested)
        {
            return Failed($"not done within {options.Budget}", null);
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

    EvaluationResult Measure(TrainingCandidate candidate, TrainingRun limited)
    {
        var model = candidate.Trainer(facts).Fit(split.Training, limited);
        return candidate.Goal == Goal.Stars
            ? StarEvaluation.Run(model, split, options.Stars, limited)
            : ListEvaluation.Run(model, split, options.Lists, limited);
    }

    BootstrapOptions BootstrapOf(Goal goal) => goal == Goal.Stars ? options.Stars.Bootstrap : options.Lists.Bootstrap;
}
