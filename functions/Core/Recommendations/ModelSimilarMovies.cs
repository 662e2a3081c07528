using Matinee.Core.Catalog;
using Matinee.Engine.Models;

namespace Matinee.Core.Recommendations;

/// <summary>Similar films as the model in service sees them, liked by the same people; where it knows nothing of a film, those of the same kind.</summary>
public sealed class ModelSimilarMovies(Stages stages)
{
    /// <summary>The ids of the most alike films, the most alike first, without the film itself.</summary>
    public async ValueTask<IReadOnlyList<int>> ForAsync(int movieId, int count, CancellationToken cancellation = default)
    {
        var stage = await stages.CurrentAsync(cancellation).ConfigureAwait(false);
        List<int> found = stage.Loaded is { Model: var model } ? Of(model.Lists, stage.Places!) : [];
        if (found.Count == 0 && stage.Loaded is not null) found = Of(stage.Loaded.Model.Stars, stage.StarPlaces!);
        return found.Count > 0 ? found : SimilarByFacts.Of(stage.View, movieId, count);

        // The model may know films that are no longer in the catalogue: so many more are asked for.
        List<int> Of(IModel one, ModelPlaces places) =>
        [
            .. one.Similar(one.Items.IndexOf(movieId), count + places.ItemCount - places.Known.Count)
                .Select(film => one.Items[film.Item])
                .Where(other => stage.View.PlaceOf(other) >= 0)
                .Take(count),
        ];
    }
}
