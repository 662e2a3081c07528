using Matinee.Engine.Models;

namespace Matinee.Core.Recommendations;

/// <summary>Similar films as the model in service sees them: liked by the same people.</summary>
public sealed class ModelSimilarMovies(Stages stages) : ISimilarMovies
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<int>> ForAsync(int movieId, int count, CancellationToken cancellation = default)
    {
        var stage = await stages.CurrentAsync(cancellation).ConfigureAwait(false);
        if (stage.Loaded is not { Model: var model }) return [];
        var byLists = Of(model.Lists, stage.Places!);
        return byLists.Count > 0 ? byLists : Of(model.Stars, stage.StarPlaces!);

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
