using Matinee.Core.Blobs;
using Matinee.Core.Catalog;

namespace Matinee.Core.Import;

/// <summary>
/// The films that are there, and those that an import brings: which of them are the same is decided here. A film is known again
/// by its number at MovieLens, else by its IMDb id, else by its TMDB id, else by one of its titles and its year, unless other ids or the
/// directors say that it is another one. What is known of a film is never changed by an import, only what is missing is filled in.
/// </summary>
public sealed class FilmCatalogue
{
    const int NoYear = 0;

    readonly Dictionary<int, Movie> _films = [];
    readonly Dictionary<int, int> _byMovieLens = [];
    readonly Dictionary<string, int> _byImdb = new(StringComparer.Ordinal);
    readonly Dictionary<int, int> _byTmdb = [];
    readonly Dictionary<(string Title, int Year), List<int>> _byTitle = [];
    readonly HashSet<int> _changed = [];
    readonly Dictionary<int, int> _numbers = [];
    readonly IReadOnlyDictionary<int, int> _earlierNumbers;

    /// <summary>Starts with films; new ones are numbered from a number on.</summary>
    public FilmCatalogue(IEnumerable<Movie> films, int nextFilm = ImportIndex.FirstFilm) : this(films, nextFilm, new Dictionary<int, int>())
    {
    }

    FilmCatalogue(IEnumerable<Movie> films, int nextFilm, IReadOnlyDictionary<int, int> earlierNumbers)
    {
        ArgumentNullException.ThrowIfNull(films);
        _earlierNumbers = earlierNumbers;
        foreach (var film in films) Enter(film);
        FirstNew = NextFilm = _films.Keys.Append(nextFilm - 1).Max() + 1;
    }

    /// <summary>The number of the first film that is added.</summary>
    public int FirstNew { get; }

    /// <summary>The number that the next one gets.</summary>
    public int NextFilm { get; private set; }

    /// <summary>How many films were not there.</summary>
    public int Added { get; private set; }

    /// <summary>How many films there are.</summary>
    public int Count => _films.Count;

    /// <summary>All films, in ascending order of their numbers.</summary>
    public IEnumerable<Movie> Films => _films.Values.OrderBy(film => film.Id);

    /// <summary>The films that are new or of which more is known than before, in ascending order of their numbers.</summary>
    public IReadOnlyList<Movie> Changed => [.. _changed.Order().Select(id => _films[id])];

    /// <summary>The films that were placed by a number of the source's own, by that number.</summary>
    public IReadOnlyDictionary<int, int> Numbers => _numbers;

    /// <summary>A film by its number.</summary>
    public Movie this[int id] => _films[id];

    /// <summary>Reads all films of a store, and which of them a source's films were the last time.</summary>
    public static async Task<FilmCatalogue> LoadAsync(IMovies movies, IBlobs blobs, ImportSource source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(movies);
        var films = new Dictionary<int, Movie>();
        string? since = null;
        while (true)
        {
            var page = await movies.ChangesAsync(since, cancellation).ConfigureAwait(false);
            foreach (var film in page.Items) films[film.Id] = film;
            if (page.IsLast) break;
            since = page.Continuation;
        }

        var index = await ImportIndex.ReadAsync(blobs, cancellation).ConfigureAwait(false);
        var earlier = index[source] is { } entry ? await ImportFile.ReadAsync(blobs, entry.Files[0], cancellation).ConfigureAwait(false) : null;
        return new(films.Values.OrderBy(film => film.Id), index.NextFilm, earlier?.Numbers ?? new Dictionary<int, int>());
    }

    /// <summary>The number of a film that the source has a number of its own for: it is the film that it was the last time.</summary>
    public int Place(int number, Movie film, IReadOnlyCollection<string>? otherTitles = null)
    {
        ArgumentNullException.ThrowIfNull(film);
        if (!_earlierNumbers.TryGetValue(number, out var id)) id = Place(film, otherTitles);
        else if (_films.TryGetValue(id, out var there)) Replace(there, Fill(there, film));
        else Replace(null, film with { Id = id }); // The last import was cut off before the film was saved.
        return _numbers[number] = id;
    }

    /// <summary>The number of a film, which is added if it is not there yet. Its own number says nothing.</summary>
    /// <param name="film">What is known of it.</param>
    /// <param name="otherTitles">More titles by which it goes.</param>
    public int Place(Movie film, IReadOnlyCollection<string>? otherTitles = null)
    {
        ArgumentNullException.ThrowIfNull(film);
        if (Find(film, otherTitles ?? []) is { } there)
        {
            Replace(_films[there], Fill(_films[there], film));
            return there;
        }

        var id = NextFilm++;
        Replace(null, film with { Id = id });
        return id;
    }

    /// <summary>The number of a film that is there; null if none is the same.</summary>
    public int? Find(Movie film, IReadOnlyCollection<string> otherTitles)
    {
        ArgumentNullException.ThrowIfNull(film);
        ArgumentNullException.ThrowIfNull(otherTitles);
        if (film.MovieLensId is { } movieLens && _byMovieLens.TryGetValue(movieLens, out var found)) return found;
        if (film.ImdbId is { } imdb && _byImdb.TryGetValue(imdb, out found)) return found;
        if (film.TmdbId is { } tmdb && _byTmdb.TryGetValue(tmdb, out found)) return found;
        foreach (var title in Titles(film).Concat(otherTitles))
        {
            if (!_byTitle.TryGetValue((TitleKey.Of(title), film.Year ?? NoYear), out var candidates)) continue;
            // Two that might be it: rather one film too many than the ratings of two films in one.
            var fitting = candidates.Where(id => !IsAnother(_films[id], film)).Take(2).ToList();
            if (fitting.Count == 1) return fitting[0];
        }

        return null;
    }

    /// <summary>Do their ids or their directors say that they are two films?</summary>
    static bool IsAnother(Movie one, Movie two) =>
        (one.MovieLensId is { } movieLens && two.MovieLensId is { } otherMovieLens && movieLens != otherMovieLens)
        || (one.ImdbId is not null && two.ImdbId is not null && one.ImdbId != two.ImdbId)
        || (one.TmdbId is { } tmdb && two.TmdbId is { } otherTmdb && tmdb != otherTmdb)
        || (one.Directors.Count > 0 && two.Directors.Count > 0
            && !one.Directors.Select(TitleKey.Of).Intersect(two.Directors.Select(TitleKey.Of)).Any());

    static Movie Fill(Movie film, Movie from) => film with
    {
        Year = film.Year ?? from.Year,
        Genres = film.Genres.Count > 0 || from.Genres.Count == 0 ? film.Genres : from.Genres,
        RuntimeMinutes = film.RuntimeMinutes ?? from.RuntimeMinutes,
        Directors = film.Directors.Count > 0 || from.Directors.Count == 0 ? film.Directors : from.Directors,
        Cast = film.Cast.Count > 0 || from.Cast.Count == 0 ? film.Cast : from.Cast,
        Keywords = film.Keywords.Count > 0 || from.Keywords.Count == 0 ? film.Keywords : from.Keywords,
        Overview = film.Overview ?? from.Overview,
        Language = film.Language ?? from.Language,
        MovieLensId = film.MovieLensId ?? from.MovieLensId,
        ImdbId = film.ImdbId ?? from.ImdbId,
        TmdbId = film.TmdbId ?? from.TmdbId,
        PosterUrl = film.PosterUrl ?? from.PosterUrl,
    };

    static IEnumerable<string> Titles(Movie film) => film.OriginalTitle is { } original ? [film.Title, original] : [film.Title];

    void Replace(Movie? before, Movie film)
    {
        if (before == film) return;
        if (before is null) Added++;
        Enter(film);
        _changed.Add(film.Id);
    }

    void Enter(Movie film)
    {
        _films[film.Id] = film;
        if (film.MovieLensId is { } movieLens) _byMovieLens.TryAdd(movieLens, film.Id);
        if (film.ImdbId is { } imdb) _byImdb.TryAdd(imdb, film.Id);
        if (film.TmdbId is { } tmdb) _byTmdb.TryAdd(tmdb, film.Id);
        foreach (var key in Titles(film).Select(title => (TitleKey.Of(title), film.Year ?? NoYear)).Distinct())
        {
            if (!_byTitle.TryGetValue(key, out var there)) _byTitle.Add(key, there = []);
            if (!there.Contains(film.Id)) there.Add(film.Id);
        }
    }
}
