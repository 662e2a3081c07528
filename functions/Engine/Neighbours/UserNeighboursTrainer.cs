using Matinee.Engine.Baseline;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Neighbours;

/// <summary>Keeps what people's ratings say beyond the baseline; who is near whom is found out when a viewer asks.</summary>
public sealed class UserNeighboursTrainer(UserNeighboursOptions? options = null) : ITrainer
{
    const string Stage = "Centring ratings";

    readonly UserNeighboursOptions _options = options ?? new();

    /// <inheritdoc/>
    public string Name => UserNeighboursModel.Name;

    IModel ITrainer.Fit(Interactions ratings, TrainingRun run) => Fit(ratings, run);

    /// <summary>Makes the model of these people: give it the ratings of those only who agreed to it.</summary>
    public UserNeighboursModel Fit(Interactions ratings, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(run);
        var baseline = new BaselineTrainer(_options.Baseline).Fit(ratings, run);
        run.Progress?.Report(new(Stage, 0));
        var residuals = Residuals.Of(ratings, baseline, run);
        run.Progress?.Report(new(Stage, 1));
        return new(baseline, ratings.Users, residuals.ByUser, new(_options.Neighbours, _options.Shrinkage, _options.Damping));
    }
}
