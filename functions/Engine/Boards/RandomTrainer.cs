using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Boards;

/// <summary>Learns nothing but which films there are: lists by chance, which any model must beat.</summary>
public sealed class RandomTrainer : ITrainer
{
    /// <inheritdoc/>
    public string Name => RandomModel.Name;

    /// <inheritdoc/>
    public IModel Fit(Interactions ratings, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(run);
        run.Cancellation.ThrowIfCancellationRequested();
        run.Progress?.Report(new("Shuffling films", 0));
        run.Progress?.Report(new("Shuffling films", 1));
        return new RandomModel(ratings.Items, run.Seed);
    }
}
