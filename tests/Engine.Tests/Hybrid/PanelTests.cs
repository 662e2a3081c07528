using Matinee.Engine.Content;
using Matinee.Engine.Ease;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Hybrid;
using Matinee.Engine.Models;
using Matinee.Engine.Popularity;
using Matinee.Engine.Ratings;
using Matinee.Engine.Tests.Content;
using Matinee.Engine.Tests.Models;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Hybrid;

/// <summary>What weights are learned on, against the evaluation that judges the whole model.</summary>
public sealed class PanelTests
{
    static readonly Interactions s_community = Interactions.From(ContractRatings.CommunityRows());
    static readonly Split s_split = Splits.RandomByUser(s_community, 0.3, 4);

    [Theory]
    [InlineData(0.5f)]
    [InlineData(4f)]
    public void Ndcg_OfEveryViewer_IsThatOfTheirList(float relevantFrom)
    {
        var options = Options(relevantFrom);
        var weights = new HybridWeights([.. Enumerable.Range(0, 18).Select(i => 1 + i % 7 * 0.3f)], [0.01f, 0.02f]);
        var model = Model(weights, options);

        var panel = Panel.Of(model, s_split.Training, s_split.Test, options, new TrainingRun());

        // The panel's scores are in units of the members' scales: the model's weights, times these, are the same.
        var scaled = weights.Unscaled(Array.ConvertAll(panel.OwnScales, scale => 1 / scale), Array.ConvertAll(panel.BaseScales, scale => 1 / scale));
        var scratch = new float[model.Items.Count];
        var result = ListEvaluation.Run(model, s_split, new() { K = 5, RelevantFrom = relevantFrom, Bootstrap = new() { Resamples = 0 } }, new());
        var expected = result.OfUsers(Metric.Ndcg);
        Assert.Equal(expected.Count, panel.Viewers.Count);
        for (var i = 0; i < expected.Count; i++) Assert.Equal(expected[i].Value, panel.Viewers[i].Ndcg(scaled, options.K, scratch), 1e-9);
    }

    [Fact]
    public void Find_Weights_AreBetterThanThoseItStartsFrom()
    {
        var options = Options(Stars.Min);
        var panel = Panel.Of(Model(HybridWeights.Same(2, 1, 1), options), s_split.Training, s_split.Test, options, new TrainingRun());

        var found = new WeightSearch(panel, options.K, new TrainingRun()).Find();

        var scratch = new float[s_community.Items.Count];
        double Mean(HybridWeights weights) => panel.Viewers.Average(viewer => viewer.Ndcg(weights, options.K, scratch));
        var scaled = found.Unscaled(Array.ConvertAll(panel.OwnScales, scale => 1 / scale), Array.ConvertAll(panel.BaseScales, scale => 1 / scale));
        Assert.True(Mean(scaled) > Mean(HybridWeights.Same(2, 1, 1e-3f)));
    }

    [Fact]
    public void Of_FewerViewersAskedFor_DrawsAsMany()
    {
        var options = Options(Stars.Min) with { Viewers = 10 };

        var panel = Panel.Of(Model(HybridWeights.Same(2, 1, 1), options), s_split.Training, s_split.Test, options, new TrainingRun());

        Assert.Equal(10, panel.Viewers.Count);
    }

    static HybridOptions Options(float relevantFrom) => new()
    {
        Members = [new PopularityTrainer()],
        RelevantFrom = relevantFrom,
        NewFilmUpTo = 10,
        K = 5,
        Segments = new() { NewUpTo = 25, HeavyFrom = 32 },
    };

    static HybridModel Model(HybridWeights weights, HybridOptions options)
    {
        IModel[] members =
        [
            new EaseTrainer(new() { Regularization = 20 }).Fit(s_split.Training, new()),
            new ContentTrainer(InventedFacts.Of(s_split.Training)).Fit(s_split.Training, new()),
        ];
        var films = s_split.Training.Items;
        return new(films, members, weights, FilmKinds.Of(films, s_split.Training, options), options.Segments);
    }
}
