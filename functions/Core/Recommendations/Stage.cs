using System.Runtime.CompilerServices;
using Matinee.Core.Catalog;
using Matinee.Core.Models;
using Matinee.Core.Stores;
using Matinee.Engine.Models;
using Matinee.Engine.Ranking;

namespace Matinee.Core.Recommendations;

/// <summary>
/// A catalogue and the model that recommends from it, put together once for all requests: films are spoken of by their places in the
/// catalogue, whichever of them a model knows. Immutable.
/// </summary>
public sealed class Stage
{
    /// <summary>What the model's version is called while there is none: films come by how popular they are.</summary>
    public const string NoModel = "popularity";

    const int KeptFilters = 64;

    static readonly ConditionalWeakTable<IVectorModel, ItemSimilarity> s_similarities = [];

    readonly BoundedCache<string, ItemSet> _filters = new(KeptFilters);
    readonly Lazy<WeighedTastes?> _tastes;

    /// <summary>Puts them together.</summary>
    /// <param name="view">The catalogue.</param>
    /// <param name="loaded">The model; null while there is none.</param>
    /// <param name="before">The stage before: what its films and model have in common with these is not made anew.</param>
    public Stage(CatalogueView view, LoadedModel? loaded, Stage? before = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        (View, Loaded) = (view, loaded);
        Popularity = new(view);
        var sameFilms = before?.View.Movies == view.Movies;
        Facts = sameFilms ? before!.Facts : new FactSimilarity(view);
        Popular = new(Popularity.Traits, Facts);
        var same = sameFilms && before!.Loaded?.Version == loaded?.Version;
        Places = same ? before!.Places : loaded is null ? null : new(view, loaded.Model.Lists);
        StarPlaces = same ? before!.StarPlaces : loaded is null ? null : new(view, loaded.Model.Stars);
        PortraitPlaces = same ? before!.PortraitPlaces : loaded?.Model.Portraits is { } portraits ? new(view, portraits) : null;
        Likeness = loaded?.Model.Lists is IVectorModel vectors ? new TasteSimilarity(SimilarityOf(vectors), Places!.Items, Facts) : Facts;
        Personal = new(Popularity.Traits, Likeness);
        _tastes = new(() => WeighedTastes.Of(this));
        Name = $"{ModelVersion}-{loaded?.Erased ?? 0}-{view.Version}";
    }

    /// <summary>The catalogue.</summary>
    public CatalogueView View { get; }

    /// <summary>The model; null while there is none.</summary>
    public LoadedModel? Loaded { get; }

    /// <summary>The name of the pair: two with the same name recommend the same.</summary>
    public string Name { get; }

    /// <summary>The model's version, or <see cref="NoModel"/>.</summary>
    public string ModelVersion => Loaded?.Version.ToString() ?? NoModel;

    internal PopularFilms Popularity { get; }

    /// <summary>How alike films are by what is known of them, the same whichever model is in service.</summary>
    internal ItemSimilarity Facts { get; }

    /// <summary>How alike films are to who watches them as well, where the model can tell.</summary>
    internal ItemSimilarity Likeness { get; }

    /// <summary>What tastes are, and what of them matters; null where no model says.</summary>
    internal WeighedTastes? TasteSpace => _tastes.Value;

    /// <summary>Orders films by a viewer's scores.</summary>
    internal CatalogueOrder Personal { get; }

    /// <summary>Orders films by popularity.</summary>
    internal CatalogueOrder Popular { get; }

    /// <summary>Where the films of the list model stand.</summary>
    internal ModelPlaces? Places { get; }

    /// <summary>Where the films of the star model stand.</summary>
    internal ModelPlaces? StarPlaces { get; }

    /// <summary>Where the films of the portraits stand; null where there are no portraits.</summary>
    internal ModelPlaces? PortraitPlaces { get; }

    /// <summary>The places of the films that a filter lets through; null: of all.</summary>
    internal ItemSet? PlacesOf(MovieFilter filter)
    {
        if (filter.IsEmpty) return null;
        var key = ListText.Of(filter);
        if (!_filters.TryGet(key, out var places)) _filters.Set(key, places = filter.PlacesIn(View));
        return places;
    }

    /// <summary>The places of those films that are in the catalogue.</summary>
    internal ItemSet PlacesOf(params IEnumerable<int>[] movieIds)
    {
        var places = new List<int>();
        foreach (var ids in movieIds)
        {
            foreach (var id in ids) places.Add(View.PlaceOf(id));
        }

        return ItemSet.Of([.. places]);
    }

    // The lengths of all vectors are the same whatever the catalogue is: they are found once a model.
    static ItemSimilarity SimilarityOf(IVectorModel model) =>
        s_similarities.GetValue(model, static one => ItemSimilarity.FromVectors(one.Factors, one.Width));
}
