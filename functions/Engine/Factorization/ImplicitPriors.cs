using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Factorization;

/// <summary>
/// Learns what the mere presence of ratings tells about a row: its prior is Σ weights of the rows it has ratings with,
/// divided by the root of their number. A ridge regression of the means on that, one pass of coordinate descent an epoch.
/// </summary>
static class ImplicitPriors
{
    // Unknowns are fitted independently of each other, a vector's width of them at a time; that is what threads share out.
    const int Slice = 8;

    /// <summary>One pass over both sides, which do not touch each other.</summary>
    public static void Learn(FactorSide users, FactorSide items, Interactions ratings, FactorizationOptions options, TrainingRun run)
    {
        var width = options.Factors + 1;
        var slices = (width + Slice - 1) / Slice;
        Rows.ForEach(2 * slices, run, () => new float[Slice], (task, change) =>
        {
            var from = task % slices * Slice;
            var taken = change.AsSpan(0, Math.Min(Slice, width - from));
            if (task < slices) Learn(users, ratings.OfUser, ratings.OfItem, width, from, taken, options.ImplicitShrinkage, run);
            else Learn(items, ratings.OfItem, ratings.OfUser, width, from, taken, options.ImplicitShrinkage, run);
        }, chunk: 1);
    }

    static void Learn(
        FactorSide side, RowsOfRatings ofRow, RowsOfRatings ofFeature, int width, int from, Span<float> change, float shrinkage, TrainingRun run)
    {
        var taken = change.Length;
        var scales = new float[side.Rows];
        var strays = new float[side.Rows * taken]; // mean less prior, kept up to date as the weights move
        for (var row = 0; row < side.Rows; row++)
        {
            scales[row] = Scale(ofRow(row).Count);
            for (var i = 0; i < taken; i++)
                strays[row * taken + i] = side.Means[row * width + from + i] - side.Priors[row * width + from + i];
        }

        for (var feature = 0; feature < side.Weights.Length / width; feature++)
        {
            if ((feature & 255) == 0) run.Cancellation.ThrowIfCancellationRequested();
            var weights = side.Weights.AsSpan(feature * width + from, taken);
            var rows = ofFeature(feature).Others;
            var squares = 0f;
            change.Clear();
            foreach (var row in rows)
            {
                Kernels.AddScaled(scales[row], strays.AsSpan(row * taken, taken), change);
                squares += scales[row] * scales[row];
            }

            for (var i = 0; i < taken; i++)
            {
                var weight = (change[i] + squares * weights[i]) / (squares + shrinkage);
                change[i] = weights[i] - weight;
                weights[i] = weight;
            }

            foreach (var row in rows) Kernels.AddScaled(scales[row], change, strays.AsSpan(row * taken, taken));
        }

        for (var row = 0; row < side.Rows; row++)
        {
            for (var i = 0; i < taken; i++)
                side.Priors[row * width + from + i] = side.Means[row * width + from + i] - strays[row * taken + i];
        }
    }

    /// <summary>What each of so many ratings counts in a prior.</summary>
    public static float Scale(int ratings) => 1 / MathF.Sqrt(Math.Max(1, ratings));
}
