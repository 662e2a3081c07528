using System.Collections.Immutable;
using Matinee.Core.Ratings;
using Matinee.Core.Search;

namespace Matinee.Core.Catalog;

/// <summary>
/// The whole catalogue at one moment, with how popular its films are. Immutable: a request takes one view and works with it to its end.
/// Films are spoken of by their place in <see cref="Movies"/>.
/// </summary>
public sealed class CatalogueView
{
    readonly CatalogueFilms _films;
    readonly CatalogueFigures _figures;

    /// <summary>Puts a view together.</summary>
    /// <param name="movies">The films, in ascending order of their ids.</param>
    /// <param name="hot">The figures of rated films, of all windows.</param>
    /// <param name="version">The name of this view: two with the same name are the same.</param>
    public CatalogueView(ImmutableArray<Movie> movies, IEnumerable<HotMovie> hot, string version) : this(new CatalogueFilms(movies), hot, version)
    {
    }

    CatalogueView(CatalogueFilms films, IEnumerable<HotMovie> hot, string version)
    {
        (_films, Version, Basis) = (films, version, this);
        _figures = new(films, hot);
    }

    CatalogueView(CatalogueView view, CatalogueView basis) => (_films, _figures, Version, Basis) = (view._films, view._figures, view.Version, basis);

    /// <summary>A catalogue without films.</summary>
    public static CatalogueView Empty { get; } = new(ImmutableArray<Movie>.Empty, [], "empty");

    /// <summary>The films, in ascending order of their ids.</summary>
    public ImmutableArray<Movie> Movies => _films.Movies;

    /// <summary>The name of this view: two with the same name are the same.</summary>
    public string Version { get; }

    /// <summary>
    /// The view that lists of recommendations go by: this one, or an earlier one of the same films whose figures are as good as these.
    /// One rating more among thousands makes no list another.
    /// </summary>
    public CatalogueView Basis { get; }

    /// <summary>The genres in alphabetical order.</summary>
    public ImmutableArray<GenreCount> Genres => _films.Genres;

    internal SearchIndex Search => _films.Search;

    internal AlikeFilms Alike => _films.Alike;

    internal ReadOnlySpan<float> Popularity => _figures.Popularity.AsSpan();

    /// <summary>The same films with other figures; what follows from the films alone is kept.</summary>
    public CatalogueView With(IEnumerable<HotMovie> hot, string version) => new(_films, hot, version);

    /// <summary>The same view, whose lists go by an earlier one of the same films.</summary>
    internal CatalogueView GoingBy(CatalogueView basis) => new(this, basis);

    /// <summary>Which part of all stars that were ever given is other in another view of the same films.</summary>
    internal double DriftFrom(CatalogueView other) => _figures.DriftFrom(other._figures);

    /// <summary>Makes now what would otherwise be made when it is first asked for.</summary>
    internal void Prepare()
    {
        _ = Search;
        _ = Alike;
        foreach (var sort in Enum.GetValues<MovieSort>()) _ = OrderBy(sort);
    }

    /// <summary>A film's place, or -1 where there is no such film.</summary>
    public int PlaceOf(int movieId) => _films.PlaceOf(movieId);

    /// <summary>A film, or null.</summary>
    public Movie? Find(int movieId) => PlaceOf(movieId) is >= 0 and var place ? Movies[place] : null;

    /// <summary>How popular a film is; null where nobody has rated it.</summary>
    public HotMovie? HotOf(int movieId, HotWindow window = HotWindow.All) =>
        PlaceOf(movieId) is >= 0 and var place ? _figures.Of(place, window) : null;

    /// <summary>How many ratings the film at a place has.</summary>
    public int VotesOf(int place) => _figures.Votes[place];

    /// <summary>The mean of the film at a place in stars, pulled towards the mean of all ratings the harder the fewer it has.</summary>
    public double RatingOf(int place) => _figures.Ratings[place];

    /// <summary>How hot the film at a place is; 0 where nobody has rated it.</summary>
    public double ScoreOf(int place, HotWindow window) => _figures.ScoreOf(place, window);

    /// <summary>How many films are hotter than the one at a place, and 1; null where nobody has rated it.</summary>
    public int? HotRankOf(int place, HotWindow window) => ScoreOf(place, window) > 0 ? HottestOf(window).RankOf(place) + 1 : null;

    internal MovieOrder HottestOf(HotWindow window) => _figures.HottestOf(window);

    internal MovieOrder OrderBy(MovieSort sort) => sort switch
    {
        MovieSort.Hot => HottestOf(HotWindow.Month),
        MovieSort.Rating => _figures.BestRated,
        MovieSort.Year => _films.ByYear,
        MovieSort.Title => _films.ByTitle,
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "There is no such order."),
    };
}
