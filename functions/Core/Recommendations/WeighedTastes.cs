using Matinee.Engine.Elicitation;

namespace Matinee.Core.Recommendations;

/// <summary>What tastes are, and how much each direction of them matters in this catalogue: films count by how many have rated them.</summary>
/// <param name="Space">What tastes are.</param>
/// <param name="Importance">What matters.</param>
sealed record WeighedTastes(TasteSpace Space, ReadOnlyMemory<float> Importance)
{
    public static WeighedTastes? Of(Stage stage)
    {
        if (stage.Loaded is not { } loaded || TasteSpace.Of(loaded.Model.Stars) is not { } space) return null;
        var weights = new float[space.Items.Count];
        for (var place = 0; place < stage.View.Movies.Length; place++)
        {
            if (space.Items.IndexOf(stage.View.Movies[place].Id) is >= 0 and var item) weights[item] = stage.View.VotesOf(place);
        }

        return new(space, space.Importance(weights));
    }
}
