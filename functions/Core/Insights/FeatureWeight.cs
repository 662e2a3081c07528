using Matinee.Engine.Blend;
using Matinee.Engine.Forest;
using Matinee.Engine.Models;
using Matinee.Engine.Ridge;

namespace Matinee.Core.Insights;

/// <summary>How much a feature counts in a model.</summary>
/// <param name="Model">Which model says so.</param>
/// <param name="Feature">The feature, or the model that is a part of a blend.</param>
/// <param name="Weight">A share of what a forest explains, a blend's weight, or a ridge's stars for one more of the feature.</param>
public sealed record FeatureWeight(string Model, string Feature, double Weight)
{
    const int Most = 30;

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
