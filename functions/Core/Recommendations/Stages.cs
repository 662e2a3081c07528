using Matinee.Core.Catalog;
using Matinee.Core.Models;

namespace Matinee.Core.Recommendations;

/// <summary>
/// Gives the stage of now: a new one as soon as the model in service is another, or the catalogue as far as lists go by it
/// (<see cref="CatalogueView.Basis"/>). What one person rates makes nobody else's list another.
/// </summary>
public sealed class Stages(Catalogue catalogue, ModelInService model)
{
    readonly Lock _turn = new();
    volatile Stage? _current;

    /// <summary>The stage to work with to the end of a request.</summary>
    /// <exception cref="Stores.StoreException">The catalogue is not loaded yet, and the store can't be read.</exception>
    public async ValueTask<Stage> CurrentAsync(CancellationToken cancellation = default)
    {
        var view = (await catalogue.ViewAsync(cancellation).ConfigureAwait(false)).Basis;
        var loaded = await model.CurrentAsync(cancellation).ConfigureAwait(false);
        if (Fits(_current, view, loaded)) return _current!;
        lock (_turn)
        {
            return Fits(_current, view, loaded) ? _current! : _current = new(view, loaded, _current);
        }
    }

    static bool Fits(Stage? stage, CatalogueView view, LoadedModel? loaded) =>
        stage is not null && ReferenceEquals(stage.View, view) && ReferenceEquals(stage.Loaded, loaded);
}
