using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ranking;
using Matinee.Engine.Training;

namespace Matinee.Engine.Evaluation;

/// <summary>How good a model's lists are: every film is a candidate for every viewer, nothing is sampled.</summary>
/// <remarks>Negatives drawn at random flatter all models, and not all alike; the full ranking is what a viewer is shown.</remarks>
public static class ListEvaluation
{
    const string Stage = "Evaluating lists";

    /// <summary>Makes a list for every test user who has a relevant film, and judges it.</summary>
    /// <exception cref="ArgumentException">There is nothing to test.</exception>
    public static EvaluationResult Run(IModel model, Split split, ListEvaluationOptions options, TrainingRun run)
    {
        var asked = new Asked(model, split);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(run);

        var allowed = options.Candidates is null ? null : ItemSet.Of(Array.ConvertAll(options.Candidates.Ids.ToArray(), model.Items.IndexOf));
        var findings = new ListFindings(model, split, options);
        Rows.ForEach(split.Test.Users.Count, run, () => new double[findings.SimilarityWidth], (user, sums) =>
        {
            if (findings.HasRelevant(user)) findings.Add(user, ListOf(user), sums);
            asked.Report(Stage, run);
        });
        return findings.Result(asked, allowed, run);

        int[] ListOf(int user)
        {
            var own = asked.Own(user);
            var excluded = ItemSet.Of(Array.ConvertAll(own, rating => rating.Item));
            var list = TopItems.Of(model.FoldIn(own), model.Items.Count, options.K, excluded, allowed);
            foreach (var film in list)
            {
                if (float.IsNaN(film.Score)) throw asked.NotANumber(film.Item, film.Score);
            }

            return Array.ConvertAll(list, film => film.Item);
        }
    }
}
