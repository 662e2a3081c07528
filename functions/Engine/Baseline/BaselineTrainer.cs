using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Baseline;

/// <summary>
/// Fits stars = mean + bias of the user + bias of the film by turns: with the biases of one side fixed, the best ones of the
/// other are means.
/// </summary>
public sealed class BaselineTrainer(BaselineOptions? options = null) : ITrainer
{
    const string Stage = "Fitting biases";
    const int MaxPasses = 100;

    // A tenth of a thousandth of a star: no score that anyone sees moves any more.
    const float Settled = 1e-4f;

    readonly BaselineOptions _options = options ?? new();

    /// <inheritdoc/>
    public string Name => BaselineModel.Name;

    IModel ITrainer.Fit(Interactions ratings, TrainingRun run) => Fit(ratings, run);

    /// <summary>Fits the biases of the films; a user's follows from their ratings (<see cref="BaselineModel.UserBias"/>).</summary>
    public BaselineModel Fit(Interactions ratings, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(run);
        var ofUsers = new float[ratings.Users.Count];
        var ofItems = new float[ratings.Items.Count];
        var before = new float[ofItems.Length];
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            run.Progress?.Report(new(Stage, (double)pass / MaxPasses));
            ofItems.CopyTo(before, 0);
            Rows.ForEach(ofItems.Length, run, () => 0, (item, _) =>
                ofItems[item] = Bias(ratings.OfItem(item), ratings.MeanStars, ofUsers, _options.ItemShrinkage));
            Rows.ForEach(ofUsers.Length, run, () => 0, (user, _) =>
                ofUsers[user] = Bias(ratings.OfUser(user), ratings.MeanStars, ofItems, _options.UserShrinkage));
            if (LargestChange(before, ofItems) < Settled) break;
        }

        run.Progress?.Report(new(Stage, 1));
        return new(ratings.Items, ratings.MeanStars, ofItems, _options.UserShrinkage);
    }

    static float Bias(RatingRow row, float mean, ReadOnlySpan<float> ofOthers, double shrinkage)
    {
        var sum = 0.0;
        for (var i = 0; i < row.Count; i++) sum += row.StarsAt(i) - mean - ofOthers[row.Others[i]];
        return row.Count == 0 ? 0 : (float)(sum / (row.Count + shrinkage));
    }

    static float LargestChange(ReadOnlySpan<float> before, ReadOnlySpan<float> after)
    {
        var largest = 0f;
        for (var i = 0; i < after.Length; i++) largest = Math.Max(largest, Math.Abs(after[i] - before[i]));
        return largest;
    }
}
