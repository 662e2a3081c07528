using System.Collections.Frozen;
using System.Collections.Immutable;
using Matinee.Core.Search;

namespace Matinee.Core.Catalog;

/// <summary>
/// The films of a catalogue at one moment and what follows from them alone: views that differ in figures only share it, so that
/// nothing of this is made anew each time somebody rates a film.
/// </summary>
sealed class CatalogueFilms
{
    // Titles are hardly ever longer, and a cursor carries what films are sorted by.
    const int MaxSortedTitle = 80;

    readonly FrozenDictionary<int, int> _places;
    readonly Lazy<ImmutableArray<GenreCount>> _genres;
    readonly Lazy<SearchIndex> _search;
    readonly Lazy<AlikeFilms> _alike;
    readonly Lazy<MovieOrder> _byYear;
    readonly Lazy<MovieOrder> _byTitle;

    public CatalogueFilms(ImmutableArray<Movie> movies)
    {
        Movies = movies;
        _places = movies.Select((movie, place) => KeyValuePair.Create(movie.Id, place)).ToFrozenDictionary();
        _genres = new(() => CountGenres(movies));
        _search = new(() => new(movies));
        _alike = new(() => new(movies));
        _byYear = new(() => new(movies.Length, place => new(movies[place].Year ?? 0, "", movies[place].Id)));
        _byTitle = new(() => new(movies.Length, place => new(0, SortedTitle(movies[place]), movies[place].Id)));
    }

    public ImmutableArray<Movie> Movies { get; }

    public ImmutableArray<GenreCount> Genres => _genres.Value;

    public SearchIndex Search => _search.Value;

    public AlikeFilms Alike => _alike.Value;

    public MovieOrder ByYear => _byYear.Value;

    public MovieOrder ByTitle => _byTitle.Value;

    public int PlaceOf(int movieId) => _places.GetValueOrDefault(movieId, -1);

    static string SortedTitle(Movie movie)
    {
        var title = TitleKey.ForSorting(movie.Title, movie.Language);
        return title.Length <= MaxSortedTitle ? title : title[..MaxSortedTitle];
    }

    static ImmutableArray<GenreCount> CountGenres(ImmutableArray<Movie> movies) =>
    [
        .. movies.SelectMany(static movie => movie.Genres.Distinct(StringComparer.OrdinalIgnoreCase))
            .CountBy(static genre => genre, StringComparer.OrdinalIgnoreCase)
            .Select(static pair => new GenreCount(pair.Key, pair.Value))
            .OrderBy(static genre => genre.Name, StringComparer.OrdinalIgnoreCase),
    ];
}
