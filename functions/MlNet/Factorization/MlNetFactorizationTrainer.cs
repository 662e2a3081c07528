using Matinee.Engine.Baseline;
using Matinee.Engine.Factorization;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.MlNet.Factorization;

/// <summary>
/// ML.NET's matrix factorization (LIBMF) of what biases leave of the stars. What it finds of films is copied into the engine's
/// own model, biases added again: it folds in, saves and serves as any other, and needs no ML.NET to be read. How sure the factors
/// are, which ML.NET does not say, is worked out from the ratings (<see cref="Evidence"/>).
/// </summary>
/// <remarks>
/// LIBMF has no way to be stopped: a cancellation is heard before and after it. It works on one thread, for on several its
/// result depends on chance.
/// </remarks>
public sealed class MlNetFactorizationTrainer(MlNetFactorizationOptions? options = null) : ITrainer
{
    const string Stage = "Factorizing with ML.NET";

    readonly MlNetFactorizationOptions _options = options ?? new();

    /// <inheritdoc/>
    public string Name => FactorizationModel.Name;

    /// <inheritdoc/>
    public IModel Fit(Interactions ratings, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(run);
        run.Cancellation.ThrowIfCancellationRequested();
        var residuals = Residuals.Of(ratings, new BaselineTrainer().Fit(ratings, run));
        run.Progress?.Report(new(Stage, 0));
        var factors = ratings.Count == 0 ? FactorTable.Empty(ratings, _options.Factors) : MatrixFit.Of(residuals, _options, run.Seed).Factors;
        run.Cancellation.ThrowIfCancellationRequested();
        var model = factors.ToModel(residuals, run);
        run.Progress?.Report(new(Stage, 1));
        return model;
    }
}
