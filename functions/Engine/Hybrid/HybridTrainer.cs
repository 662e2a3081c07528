using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Hybrid;

/// <summary>
/// Several list models as one: weights that made the best lists on ratings that none of them saw. Afterwards every member learns
/// once more, from all ratings. A member that knows films without ratings carries those.
/// </summary>
public sealed class HybridTrainer(HybridOptions options) : ITrainer
{
    // Streams of the seed: what is drawn for films must not repeat what is drawn for ratings.
    const ulong OfFilms = 1;

    /// <inheritdoc/>
    public string Name => HybridModel.Name;

    /// <inheritdoc/>
    public IModel Fit(Interactions ratings, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(run);
        var weights = Weigh(ratings, run);
        return Blend(ratings, weights, run, "Fitting the hybrid");
    }

    HybridWeights Weigh(Interactions ratings, TrainingRun run)
    {
        var (kept, held) = Divide(ratings, run);
        var even = HybridWeights.Same(options.Members.Count, 1, 1);
        var panel = Panel.Of(Blend(kept, even, run, "Trying the hybrid"), kept, held, options, run);
        return new WeightSearch(panel, options.K, run).Find();
    }

    HybridModel Blend(Interactions ratings, HybridWeights weights, TrainingRun run, string stage)
    {
        var models = new IModel[options.Members.Count];
        for (var m = 0; m < models.Length; m++)
        {
            models[m] = options.Members[m].Fit(ratings, run);
            if (models[m].Goal != Goal.Lists || models[m].FoldIn([]) is not IExplainingViewer)
                throw new InvalidOperationException($"'{options.Members[m].Name}' makes no lists that it can explain. Blend list models only.");
            run.Progress?.Report(new(stage, (m + 1.0) / models.Length));
        }

        var items = IdMap.From(models.SelectMany(model => model.Items.Ids.ToArray()));
        return new(items, models, weights, FilmKinds.Of(items, ratings, options), options.Segments);
    }

    (Interactions Kept, Interactions Held) Divide(Interactions ratings, TrainingRun run)
    {
        var cold = new bool[ratings.Items.Count];
        var ofFilms = new SeededRandom(run.Seed, OfFilms);
        for (var film = 0; film < cold.Length; film++) cold[film] = ofFilms.NextDouble() < options.ColdFilms;
        var random = new SeededRandom(run.Seed);
        var (kept, held) = (new InteractionsBuilder(), new InteractionsBuilder());
        foreach (var rating in ratings.All())
            (random.NextDouble() < options.HeldOut || cold[ratings.Items.IndexOf(rating.Item)] ? held : kept).Add(rating);
        return (kept.Build(cancellation: run.Cancellation), held.Build(cancellation: run.Cancellation));
    }
}
