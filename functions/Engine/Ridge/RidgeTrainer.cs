using Matinee.Engine.Features;
using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Ridge;

/// <summary>Ridge regression of stars on the feature table: the yardstick for the forest, and a model whose every weight can be read.</summary>
public sealed class RidgeTrainer(RidgeOptions? options = null) : ITrainer
{
    const string Stage = "Fitting weights";

    // How many rows add up before their sum joins the others: fixed, so that the order of adding is.
    const int Chunk = 4096;

    // Below this a column is the same everywhere but for rounding, and says nothing.
    const double LeastDeviation = 1e-6;

    readonly RidgeOptions _options = options ?? new();

    /// <inheritdoc/>
    public string Name => RidgeModel.Name;

    IModel ITrainer.Fit(Interactions ratings, TrainingRun run) => Fit(ratings, run);

    /// <summary>Fits the weights.</summary>
    public RidgeModel Fit(Interactions ratings, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(run);
        var words = FeatureWords.Of(ratings, _options.Facts);
        var rows = FeatureRows.Of(ratings, _options.Facts, words, _options.MaxRows, run);
        run.Progress?.Report(new(Stage, 0));
        var weights = Solve(rows, ratings.MeanStars, run);
        var table = FeatureTableBuilder.Of(ratings, _options.Facts, words, run);
        run.Progress?.Report(new(Stage, 1));
        return new(table, weights);
    }

    /// <summary>The constant, then a weight for each column as it stands in the table.</summary>
    double[] Solve(FeatureRows rows, float meanStars, TrainingRun run)
    {
        var (count, width) = (rows.Count, rows.Width);
        var weights = new double[width + 1];
        weights[0] = meanStars;
        if (count == 0) return weights;
        var (means, deviations) = Standards(rows);
        var sides = width + 1; // the stars stand behind the columns
        var parts = new double[(count + Chunk - 1) / Chunk][];
        var starsMean = rows.Stars.Average(stars => (double)stars);
        Rows.ForEach(parts.Length, run, () => new double[sides], (part, scaled) =>
        {
            parts[part] = new double[sides * sides];
            for (var row = part * Chunk; row < Math.Min((part + 1) * Chunk, count); row++)
            {
                var values = rows[row];
                for (var c = 0; c < width; c++) scaled[c] = (values[c] - means[c]) / deviations[c];
                scaled[width] = rows.Stars[row] - starsMean;
                for (var r = 0; r < sides; r++)
                {
                    var sums = parts[part].AsSpan(r * sides, r + 1);
                    for (var c = 0; c < sums.Length; c++) sums[c] += scaled[r] * scaled[c];
                }
            }
        }, chunk: 1);

        var (matrix, right) = (new double[width * width], new double[width]);
        foreach (var part in parts)
        {
            for (var r = 0; r < width; r++)
            {
                right[r] += part[width * sides + r];
                for (var c = 0; c <= r; c++) matrix[r * width + c] += part[r * sides + c];
            }
        }

        for (var r = 0; r < width; r++) matrix[r * width + r] += _options.Regularization * count;
        var solved = NormalEquations.Solve(matrix, right);
        weights[0] = starsMean;
        for (var c = 0; c < width; c++)
        {
            weights[c + 1] = solved[c] / deviations[c];
            weights[0] -= weights[c + 1] * means[c];
        }

        return weights;
    }

    /// <summary>Each column's mean and standard deviation; a column that never changes gets a deviation so large that it counts nothing.</summary>
    static (double[] Means, double[] Deviations) Standards(FeatureRows rows)
    {
        var (means, deviations) = (new double[rows.Width], new double[rows.Width]);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var c = 0; c < rows.Width; c++) means[c] += rows[row][c];
        }

        for (var c = 0; c < rows.Width; c++) means[c] /= rows.Count;
        for (var row = 0; row < rows.Count; row++)
        {
            for (var c = 0; c < rows.Width; c++) deviations[c] += (rows[row][c] - means[c]) * (rows[row][c] - means[c]);
        }

        for (var c = 0; c < rows.Width; c++)
        {
            var deviation = Math.Sqrt(deviations[c] / rows.Count);
            deviations[c] = deviation > LeastDeviation * (1 + Math.Abs(means[c])) ? deviation : double.PositiveInfinity;
        }

        return (means, deviations);
    }
}
