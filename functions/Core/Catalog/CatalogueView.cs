using System.Collections.Frozen;
using System.Collections.Immutable;
using Matinee.Core.Ratings;

namespace Matinee.Core.Catalog;

/// <summary>
/// The whole catalogue at one moment, with how popular its films are. Immutable: a request takes one view and works with it to its end.
/// Films are spoken of by their place in <see cref="Movies"/>.
/// </summary>
public sealed class CatalogueView
{
    readonly FrozenDictionary<int, int> _places;
    readonly FrozenDictionary<HotWindow, FrozenDictionary<int, HotMovie>> _hot;

    /// <summary>Puts a view together.</summary>
    /// <param name="movies">The films, in ascending order of their ids.</param>
    /// <param name="hot">The figures of rated films, of all windows.</param>
    /// <param name="version">The name of this view: two with the same name are the same.</param>
    public CatalogueView(ImmutableArray<Movie> movies, IEnumerable<HotMovie> hot, string version)
    {
        Movies = movies;
        Version = version;
        _places = movies.Select((movie, place) => KeyValuePair.Create(movie.Id, place)).ToFrozenDictionary();
        _hot = hot.GroupBy(static figures => figures.Window)
            .ToFrozenDictionary(static window => window.Key, static window => window.ToFrozenDictionary(static figures => figures.MovieId));
    }

    /// <summary>A catalogue without films.</summary>
    public static CatalogueView Empty { get; } = new([], [], "empty");

    /// <summary>The films, in ascending order of their ids.</summary>
    public ImmutableArray<Movie> Movies { get; }

    /// <summary>The name of this view: two with the same name are the same.</summary>
    public string Version { get; }

    /// <summary>A film's place, or -1 where there is no such film.</summary>
    public int PlaceOf(int movieId) => _places.GetValueOrDefault(movieId, -1);

    /// <summary>A film, or null.</summary>
    public Movie? Find(int movieId) => _places.TryGetValue(movieId, out var place) ? Movies[place] : null;

    /// <summary>How popular a film is; null where nobody has rated it.</summary>
    public HotMovie? HotOf(int movieId, HotWindow window = HotWindow.All) =>
        _hot.TryGetValue(window, out var figures) ? figures.GetValueOrDefault(movieId) : null;
}
