using Matinee.Core.Training;
using Matinee.Engine.Boards;
using Matinee.Engine.Models;
using Matinee.Engine.Training;

namespace Matinee.Local.Evaluate;

/// <summary>Holds the two contests by the same protocol as a retraining; a board that nobody competes on is left out.</summary>
/// <param name="Lists">Who makes the best lists.</param>
/// <param name="Stars">Who predicts stars best.</param>
sealed record Evaluation(Board? Lists, Board? Stars)
{
    public static Evaluation Run(EvaluatedSet set, IReadOnlyList<TrainingCandidate> models, TrainingRun run, TimeProvider clock)
    {
        var options = new TrainingOptions();
        var contest = new Contest(Division.Of(set.Ratings, options.Division, run.Seed, run.Cancellation), options.BoardsOf(set.Facts), clock);
        var lists = Of(Goal.Lists);
        var stars = Of(Goal.Stars);
        return new(lists.Count == 0 ? null : contest.Lists(lists, run).Board, stars.Count == 0 ? null : contest.Stars(stars, run).Board);

        List<Entrant> Of(Goal goal) =>
            [.. models.Where(model => model.Goal == goal).Select(model => new Entrant(model.Name, model.Trainer(set.Facts), model.Parameters.ToJsonString()))];
    }
}
