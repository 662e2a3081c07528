using Matinee.Engine.Facts;
using Matinee.Engine.Features;
using Matinee.Engine.Forest;
using Matinee.Engine.Ratings;
using Matinee.Engine.Tests.Models;
using Matinee.MlNet.Forest;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Matinee.MlNet.Tests;

public sealed class ForestTests
{
    static readonly MlNetForestOptions s_options = new() { Trees = 12, MinLeaf = 4, MaxLeaves = 60 };

    [Fact]
    public void Of_EveryRow_TheCopiedTreesSayWhatMlNetSays()
    {
        var rows = Rows();
        var grown = ForestFit.Grown(rows, trees: 12, s_options, seed: 5);
        var gains = new double[rows.Width];

        var copied = Trees.Of([.. CopiedTrees.Of(grown.Model.TrainedTreeEnsemble, gains)]);

        var expected = grown.Transform(ForestFit.View(new MLContext(), rows)).GetColumn<float>("Score").ToArray();
        var answers = new float[rows.Count];
        copied.Predict(rows.Values, rows.Width, answers);
        Assert.True(expected.Distinct().Count() > 100, "The trees ask nothing.");
        for (var row = 0; row < answers.Length; row++) Assert.Equal(expected[row], answers[row], 1e-5f);
        Assert.True(gains.Count(gain => gain > 0) > 5, "No column explains anything.");
    }

    [Fact]
    public void Fit_Trees_AreAsManyAsAskedForAndNoTwoAlike()
    {
        var model = (ForestModel)new MlNetForestTrainer(KnownFacts.None, s_options).Fit(Interactions.From(ContractRatings.CommunityRows()), new());

        var (roots, nodes) = (model.Trees.Roots.ToArray(), model.Trees.Nodes.ToArray());
        Assert.Equal(s_options.Trees, model.Trees.Count);
        Assert.Equal(s_options.Trees, Enumerable.Range(0, s_options.Trees).Select(tree => string.Join(' ', nodes[roots[tree]..roots[tree + 1]])).Distinct().Count());
        Assert.Equal(1, model.Importances.Sum(importance => importance.Share), 1e-9);
    }

    static FeatureRows Rows()
    {
        var ratings = Interactions.From(ContractRatings.CommunityRows());
        return FeatureRows.Of(ratings, KnownFacts.None, FeatureWords.Of(ratings, KnownFacts.None), 100_000, new());
    }
}
