using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Matinee.Core.Catalog;

/// <summary>
/// The films of a catalogue at one moment and what follows from them alone: views that differ in figures only share it, so that
/// nothing of this is made anew each time somebody rates a film.
/// </summary>
sealed class CatalogueFilms
{
    readonly FrozenDictionary<int, int> _places;
    readonly Lazy<ImmutableArray<GenreCount>> _genres;

    public CatalogueFilms(ImmutableArray<Movie> movies)
    {
        Movies = movies;
        _places = movies.Select((movie, place) => KeyValuePair.Create(movie.Id, place)).ToFrozenDictionary();
        _genres = new(() => CountGenres(movies));
    }

    public ImmutableArray<Movie> Movies { get; }

    public ImmutableArray<GenreCount> Genres => _genres.Value;

    public int PlaceOf(int movieId) => _places.GetValueOrDefault(movieId, -1);

    static ImmutableArray<GenreCount> CountGenres(ImmutableArray<Movie> movies) =>
    [
        .. movies.SelectMany(static movie => movie.Genres.Distinct(StringComparer.OrdinalIgnoreCase))
            .CountBy(static genre => genre, StringComparer.OrdinalIgnoreCase)
            .Select(static pair => new GenreCount(pair.Key, pair.Value))
            .OrderBy(static genre => genre.Name, StringComparer.OrdinalIgnoreCase),
    ];
}
