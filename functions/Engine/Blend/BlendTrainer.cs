using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Blend;

/// <summary>
/// Several star models as one: their predictions, weighed by a regression on ratings that none of them saw. Afterwards every
/// member learns once more, from all ratings.
/// </summary>
public sealed class BlendTrainer(BlendOptions options) : ITrainer
{
    /// <inheritdoc/>
    public string Name => BlendModel.Name;

    /// <inheritdoc/>
    public IModel Fit(Interactions ratings, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(run);
        var (kept, held) = Divide(ratings, run);
        var (weights, spread) = (Even(), BlendSpread.Guess);
        if (held.Count > 0)
        {
            var answers = new HeldOutAnswers(FitAll(kept, run, "Weighing"), kept, held, options.Facts, run);
            weights = answers.Weigh();
            spread = answers.Spread(weights);
        }

        return BlendModel.Of(ratings.Items, FitAll(ratings, run, "Fitting"), weights, spread);
    }

    IModel[] FitAll(Interactions ratings, TrainingRun run, string stage)
    {
        var models = new IModel[options.Members.Count];
        for (var m = 0; m < models.Length; m++)
        {
            var name = options.Members[m].Name;
            models[m] = options.Members[m].Fit(ratings, run);
            if (models[m].Goal != Goal.Stars)
                throw new InvalidOperationException($"'{name}' does not predict stars. Blend star models only.");
            run.Progress?.Report(new($"{stage} the blend", (m + 1.0) / models.Length));
        }

        return models;
    }

    (Interactions Kept, List<Rating> Held) Divide(Interactions ratings, TrainingRun run)
    {
        var random = new SeededRandom(run.Seed);
        var held = new List<Rating>();
        var kept = new InteractionsBuilder();
        foreach (var rating in ratings.All())
        {
            if (random.NextDouble() < options.HeldOut) held.Add(rating);
            else kept.Add(rating);
        }

        return (kept.Build(cancellation: run.Cancellation), held);
    }

    float[] Even()
    {
        var weights = new float[options.Members.Count + 1];
        weights.AsSpan(1).Fill(1f / options.Members.Count);
        return weights;
    }
}
