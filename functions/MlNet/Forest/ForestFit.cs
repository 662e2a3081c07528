using Matinee.Engine.Features;
using Matinee.Engine.Forest;
using Matinee.Engine.Training;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace Matinee.MlNet.Forest;

/// <summary>Grows trees with FastForest, some at a time: between them a cancellation is heard.</summary>
static class ForestFit
{
    const int AtOnce = 10;

    /// <summary>The trees, and the share of each column in all that they explain.</summary>
    public static (Trees Trees, double[] Shares) Of(FeatureRows rows, float meanStars, MlNetForestOptions options, TrainingRun run)
    {
        var gains = new double[rows.Width];
        var trees = new List<long[]>();
        var steps = new Steps(run, "Growing trees with ML.NET", options.Trees);
        while (trees.Count < options.Trees)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var count = Math.Min(AtOnce, options.Trees - trees.Count);
            // Too few ratings for a question: every tree would be a leaf.
            var grown = rows.Count < 2 * options.MinLeaf
                ? Enumerable.Repeat<long[]>([TreeNode.Leaf(meanStars).Bits], count)
                : CopiedTrees.Of(Grown(rows, count, options, SeedOf(run.Seed, trees.Count)).Model.TrainedTreeEnsemble, gains);
            foreach (var tree in grown)
            {
                trees.Add(tree);
                steps.Done();
            }
        }

        var total = gains.Sum();
        for (var column = 0; total > 0 && column < gains.Length; column++) gains[column] /= total;
        return (Trees.Of([.. trees]), gains);
    }

    /// <summary>So many trees in ML.NET's own model.</summary>
    public static RegressionPredictionTransformer<FastForestRegressionModelParameters> Grown(FeatureRows rows, int trees, MlNetForestOptions options, int seed)
    {
        var context = new MLContext(seed);
        return context.Regression.Trainers.FastForest(new FastForestRegressionTrainer.Options
        {
            LabelColumnName = nameof(DescribedRating.Stars),
            FeatureColumnName = nameof(DescribedRating.Features),
            NumberOfTrees = trees,
            NumberOfLeaves = options.MaxLeaves,
            MinimumExampleCountPerLeaf = options.MinLeaf,
            FeatureFraction = 1,
            FeatureFractionPerSplit = options.Tried,
            NumberOfThreads = 1,
            Seed = seed,
            FeatureSelectionSeed = seed,
            // What leaves were made of serves for quantiles, which nobody asks about.
            NumberOfQuantileSamples = 1,
        }).Fit(View(context, rows));
    }

    /// <summary>The rows as ML.NET reads them.</summary>
    public static IDataView View(MLContext context, FeatureRows rows)
    {
        var schema = SchemaDefinition.Create(typeof(DescribedRating));
        schema[nameof(DescribedRating.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, rows.Width);
        return context.Data.LoadFromEnumerable(
            Enumerable.Range(0, rows.Count).Select(row => new DescribedRating { Features = rows[row].ToArray(), Stars = rows.Stars[row] }), schema);
    }

    static int SeedOf(ulong seed, int grown) => unchecked((int)((seed * 0x9E3779B97F4A7C15UL + (ulong)grown) >> 1)) & int.MaxValue;
}

/// <summary>A described rating, as ML.NET reads it.</summary>
sealed class DescribedRating
{
    public float[] Features { get; set; } = [];

    public float Stars { get; set; }
}
