using Matinee.Engine.Features;
using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Forest;

/// <summary>
/// Random forest regression of stars on the feature table: each tree grows on rows drawn with replacement and asks, at each
/// question, the best of some columns drawn anew.
/// </summary>
public sealed class ForestTrainer(ForestOptions? options = null) : ITrainer
{
    readonly ForestOptions _options = options ?? new();

    /// <inheritdoc/>
    public string Name => ForestModel.Name;

    IModel ITrainer.Fit(Interactions ratings, TrainingRun run) => Fit(ratings, run);

    /// <summary>Grows the forest.</summary>
    public ForestModel Fit(Interactions ratings, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(run);
        var words = FeatureWords.Of(ratings, _options.Facts);
        var rows = FeatureRows.Of(ratings, _options.Facts, words, _options.MaxRows, run);
        var (trees, gains) = Grow(rows, ratings.MeanStars, run);
        return new(FeatureTableBuilder.Of(ratings, _options.Facts, words, run), trees, gains);
    }

    (Trees Trees, double[] Gains) Grow(FeatureRows rows, float meanStars, TrainingRun run)
    {
        var shares = new double[rows.Width];
        var steps = new Steps(run, "Growing trees", _options.Trees);
        if (rows.Count == 0)
        {
            for (var tree = 0; tree < _options.Trees; tree++) steps.Done();
            return (Trees.Of([[TreeNode.Leaf(meanStars).Bits]]), shares);
        }

        var binned = new BinnedRows(rows, _options.Bins, run);
        var trees = new long[_options.Trees][];
        var gains = new double[_options.Trees][];
        Rows.ForEach(trees.Length, run, () => new TreeGrower(binned, _options), (tree, grower) =>
        {
            gains[tree] = new double[rows.Width];
            trees[tree] = grower.Grow(new(run.Seed, (ulong)tree), gains[tree]);
            steps.Done();
        }, chunk: 1);

        for (var column = 0; column < shares.Length; column++) shares[column] = gains.Sum(tree => tree[column]);
        var total = shares.Sum();
        for (var column = 0; total > 0 && column < shares.Length; column++) shares[column] /= total;
        return (Trees.Of(trees), shares);
    }
}
