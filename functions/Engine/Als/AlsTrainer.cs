using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Als;

/// <summary>
/// Implicit-feedback matrix factorization by alternating least squares (Hu, Koren and Volinsky 2008), with the unobserved weight and
/// the frequency-scaled regularization that make it strong (Rendle and others 2021), solved in blocks of factors (iALS++).
/// </summary>
public sealed class AlsTrainer(AlsOptions? options = null) : ITrainer
{
    const string Stage = "Fitting lists";

    readonly AlsOptions _options = options ?? new();

    /// <inheritdoc/>
    public string Name => AlsModel.Name;

    /// <inheritdoc/>
    public IModel Fit(Interactions ratings, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(run);
        run.Progress?.Report(new(Stage, 0));
        var fit = new AlsFit(ratings, _options, run);
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            fit.Epoch();
            run.Progress?.Report(new(Stage, (epoch + 1.0) / _options.Epochs));
        }

        return new AlsModel(ratings.Items, fit.Items.Factors, ViewerMatrix(fit, run), _options.Factors, new(new(_options.StarsInfluence)));
    }

    // What a viewer's equations begin with. Their regularization is that of an average user, however much they rated: then a
    // rating more or less changes the equations by that rating alone, and what it does to a score can be said exactly.
    float[] ViewerMatrix(AlsFit fit, TrainingRun run)
    {
        var matrix = Gramian.Of(fit.Items.Factors, _options.Factors, fit.Items.Weights, _options.UnobservedWeight, run);
        for (var i = 0; i < _options.Factors; i++) matrix[i * _options.Factors + i] += fit.Penalty.OfUser(fit.Penalty.MeanOfUser);
        return matrix;
    }
}
