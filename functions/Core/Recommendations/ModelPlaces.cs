using Matinee.Core.Catalog;
using Matinee.Engine.Models;
using Matinee.Engine.Ranking;

namespace Matinee.Core.Recommendations;

/// <summary>Which film of a model stands at which place of a catalogue.</summary>
sealed class ModelPlaces
{
    public ModelPlaces(CatalogueView view, IModel model)
    {
        (Items, ItemCount) = (new int[view.Movies.Length], model.Items.Count);
        var known = new List<int>();
        for (var place = 0; place < Items.Length; place++)
        {
            Items[place] = model.Items.IndexOf(view.Movies[place].Id);
            if (Items[place] >= 0) known.Add(place);
        }

        Known = ItemSet.Of([.. known]);
    }

    /// <summary>The model's item of each place; -1 where the model does not know the film.</summary>
    public int[] Items { get; }

    /// <summary>How many films the model has.</summary>
    public int ItemCount { get; }

    /// <summary>The places of the films that it knows.</summary>
    public ItemSet Known { get; }

    /// <summary>Gives each place the score of its item; one that the model does not know gets NaN.</summary>
    public void Spread(ReadOnlySpan<float> ofItems, Span<float> ofPlaces)
    {
        for (var place = 0; place < ofPlaces.Length; place++)
        {
            var item = Items[place];
            ofPlaces[place] = item >= 0 ? ofItems[item] : float.NaN;
        }
    }
}
