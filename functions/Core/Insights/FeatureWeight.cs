using Matinee.Core.Models;
using Matinee.Engine.Blend;
using Matinee.Engine.Facts;
using Matinee.Engine.Forest;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Ridge;
using Matinee.Engine.Training;

namespace Matinee.Core.Insights;

/// <summary>How much a feature counts in a model.</summary>
/// <param name="Model">Which model says so.</param>
/// <param name="Feature">The feature, or the model that is a part of a blend.</param>
/// <param name="Weight">A share of what a forest explains, a blend's weight, or a ridge's stars for one more of the feature.</param>
/// <param name="Serves">Is the model in service, or a part of what is? Else it was made only to say this.</param>
public sealed record FeatureWeight(string Model, string Feature, double Weight, bool Serves = true)
{
    const int Most = 30;

    // Enough for an order of features that another seed gives too; a few seconds, however many ratings there are.
    static readonly ForestOptions s_asked = new() { Trees = 24, MaxDepth = 12, MaxRows = 40_000 };

    /// <summary>
    /// What the models in service say of their features. Where none of them has any, a small forest is asked that was grown for it: what
    /// stars depend on is worth knowing whoever predicts them.
    /// </summary>
    public static IReadOnlyList<FeatureWeight> Of(ServedModel model, Interactions ratings, KnownFacts facts, TrainingRun run)
    {
        IReadOnlyList<FeatureWeight> own = [.. Of(model.Lists), .. Of(model.Stars)];
        if (ratings.Count == 0 || own.Any(static one => one.Model != BlendModel.Name)) return own;
        var forest = new ForestTrainer(s_asked with { Facts = facts }).Fit(ratings, run);
        return [.. own, .. Of(forest).Where(static one => one.Weight > 0).Select(static one => one with { Serves = false })];
    }

    /// <summary>What a model says of its features, the weightiest first; nothing where it has none.</summary>
    public static IReadOnlyList<FeatureWeight> Of(IModel model) => model switch
    {
        BlendModel blend =>
        [
            .. blend.Members.Select(static member => new FeatureWeight(BlendModel.Name, member.Model.Kind, member.Weight)),
            .. blend.Members.SelectMany(static member => Of(member.Model)),
        ],
        ForestModel forest => [.. forest.Importances.Take(Most).Select(static one => new FeatureWeight(ForestModel.Name, one.Feature, one.Share))],
        RidgeModel ridge =>
        [
            .. ridge.Weights.OrderByDescending(static one => Math.Abs(one.Weight)).ThenBy(static one => one.Feature, StringComparer.Ordinal)
                .Take(Most).Select(static one => new FeatureWeight(RidgeModel.Name, one.Feature, one.Weight)),
        ],
        _ => [],
    };
}
