using System.Collections.Immutable;
using Matinee.Core.Catalog;
using Matinee.Core.Ratings;
using Matinee.Local.Seed;

namespace Matinee.Core.Tests.Catalog;

/// <summary>The bundled films as a catalogue, with up to six made-up ratings each.</summary>
static class BundledMovies
{
    public static ImmutableArray<Movie> All { get; } = [.. BundledCatalogue.Films().Select(ToMovie).OrderBy(static movie => movie.Id)];

    public static CatalogueView View { get; } = new(All, All.SelectMany(static movie => HotMovie.Of(movie.Id, StatsOf(movie))), "bundled");

    public static Movie Titled(string title) => All.Single(movie => movie.Title == title);

    static Movie ToMovie(BundledFilm film) => new()
    {
        Id = film.Id,
        Title = film.Title,
        OriginalTitle = film.OriginalTitle,
        Year = film.Year,
        Genres = film.Genres,
        RuntimeMinutes = film.Minutes,
        Directors = film.Directors,
        Cast = film.Cast,
        Keywords = film.Keywords,
        Overview = film.Synopsis,
        Language = film.Language,
        ImdbId = film.ImdbId,
    };

    static MovieStats StatsOf(Movie movie)
    {
        var stats = MovieStats.Empty;
        for (var vote = 0; vote < movie.Id % 7; vote++) stats = stats.Add(new(1 + (movie.Id * 3 + vote) % 10, 11_000 + movie.Id % 500 + vote, false));
        return stats;
    }
}
