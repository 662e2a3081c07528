using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Factorization;

/// <summary>
/// Biased matrix factorization for stars, fitted by variational Bayes: stars = mean + viewer's bias + film's bias +
/// viewer's factors · film's factors + noise, where both sides are normal around priors that the implicit set moves.
/// </summary>
/// <remarks>
/// Each row is solved exactly given the other side, with the other side's uncertainty counted in; a film with three
/// ratings therefore says less than one with three hundred, without a regularization parameter to tune. Rows are independent
/// within a half epoch, which makes the result the same on any number of threads.
/// </remarks>
public sealed class FactorizationTrainer(FactorizationOptions options) : ITrainer
{
    const float FirstNoisePrecision = 1;

    // Stars come in halves: the rounding alone has a variance of 1/48, and no fit may claim to know better.
    const float MaxNoisePrecision = 48;

    // Priors are learned from means that have settled a little.
    const int FirstImplicitEpoch = 1;

    /// <inheritdoc/>
    public string Name => FactorizationModel.Name;

    /// <inheritdoc/>
    public IModel Fit(Interactions ratings, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(run);
        var layout = new MomentLayout(options.Factors);
        var users = new FactorSide(ratings.Users.Count, ratings.Items.Count, layout);
        var items = new FactorSide(ratings.Items.Count, ratings.Users.Count, layout);
        items.Start(LeadingDirections.OfItems(ratings, options.Factors, run));
        var noisePrecision = FirstNoisePrecision;
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            users.Solve(items, ratings.OfUser, ratings.MeanStars, noisePrecision, run);
            var error = items.Solve(users, ratings.OfItem, ratings.MeanStars, noisePrecision, run);
            if (options.Implicit && epoch >= FirstImplicitEpoch) ImplicitPriors.Learn(users, items, ratings, options, run);
            users.LearnPrecisions();
            items.LearnPrecisions();
            if (ratings.Count > 0) noisePrecision = (float)Math.Min(ratings.Count / Math.Max(error, double.Epsilon), MaxNoisePrecision);
            run.Progress?.Report(new("Fitting stars", (epoch + 1.0) / options.Epochs));
        }

        return new FactorizationModel(ratings.Items, layout, FactorizationWeights.Of(ratings, users, items, noisePrecision));
    }
}
