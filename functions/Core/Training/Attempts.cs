using Matinee.Engine.Boards;
using Matinee.Engine.Facts;
using Matinee.Engine.Models;
using Matinee.Engine.Training;

namespace Matinee.Core.Training;

/// <summary>Lets candidates into a contest one by one: whatever becomes of one, the others have their turn.</summary>
/// <param name="contest">What they are asked.</param>
/// <param name="facts">What is known besides ratings.</param>
/// <param name="films">How many films there are to learn about.</param>
/// <param name="options">How slow a model may be.</param>
/// <param name="run">The whole run.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Is told what came of each.</param>
sealed class Attempts(Contest contest, KnownFacts facts, int films, TrainingOptions options, TrainingRun run, TimeProvider clock, TrainingLog log)
{
    /// <summary>Without a limit of time, as yardsticks have it, which are quick.</summary>
    public Attempt Of(TrainingCandidate candidate) => Of(candidate, null, default);

    /// <summary>Until a budget is over.</summary>
    /// <param name="candidate">Who competes.</param>
    /// <param name="budget">The time for all candidates, for people.</param>
    /// <param name="end">Ends with the run or when the time for candidates is over.</param>
    public Attempt Of(TrainingCandidate candidate, TimeSpan? budget, CancellationToken end)
    {
        var started = clock.GetTimestamp();
        if (films > candidate.MaxFilms) return Failed($"not for more than {candidate.MaxFilms} films, and there are {films}", null);
        var limited = budget is null ? run : run with { Cancellation = end };
        try
        {
            // One that began after the time is over would only look at that in a while.
            limited.Cancellation.ThrowIfCancellationRequested();
            var showing = contest.Try(new(candidate.Name, candidate.Trainer(facts), candidate.Parameters.ToJsonString()), candidate.Goal, limited);
            var problem = ProblemOf(showing, candidate.Goal);
            if (problem is not null) log.CandidateFailed(null, candidate.Name, problem);
            else log.Measured(candidate.Name, Contest.DecisiveOf(candidate.Goal), showing.Result[Contest.DecisiveOf(candidate.Goal)].Value, clock.GetElapsedTime(started).TotalSeconds);
            return new(candidate, showing, problem, clock.GetElapsedTime(started));
        }
        catch (OperationCanceledException) when (!run.Cancellation.IsCancellationRequested)
        {
            return Failed($"not done within {budget}", null);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // One that can't be trained must not keep the others from it; it is told in the log and in the run's record.
            return Failed(error.Message, error);
        }

        Attempt Failed(string why, Exception? error)
        {
            log.CandidateFailed(error, candidate.Name, why);
            return new(candidate, null, why, clock.GetElapsedTime(started));
        }
    }

    string? ProblemOf(Showing showing, Goal goal)
    {
        // Without anything relevant among the ratings asked about there is no value to judge by.
        if (showing.Row.Find(Contest.DecisiveOf(goal)) is null) return "nothing it was asked about is relevant";
        var scoring = TimeSpan.FromMicroseconds(showing.Row.ScoringMicroseconds);
        return scoring <= options.MaxScoring ? null : $"too slow to serve: it takes {scoring.TotalMilliseconds:0} ms to score all films for a viewer";
    }
}
