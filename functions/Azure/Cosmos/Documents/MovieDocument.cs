using Matinee.Core.Catalog;

namespace Matinee.Azure.Cosmos.Documents;

/// <summary>A film: its id is text here, as ids of documents are.</summary>
sealed record MovieDocument(
    string Id,
    int MovieId,
    string Title,
    string? OriginalTitle,
    int? Year,
    IReadOnlyList<string>? Genres,
    int? RuntimeMinutes,
    IReadOnlyList<string>? Directors,
    IReadOnlyList<string>? Cast,
    IReadOnlyList<string>? Keywords,
    string? Overview,
    string? Language,
    int? MovieLensId,
    string? ImdbId,
    int? TmdbId,
    string? PosterUrl)
{
    public static string IdOf(int movieId) => movieId.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static MovieDocument Of(Movie movie) => new(
        IdOf(movie.Id),
        movie.Id,
        movie.Title,
        movie.OriginalTitle,
        movie.Year,
        movie.Genres,
        movie.RuntimeMinutes,
        movie.Directors,
        movie.Cast,
        movie.Keywords,
        movie.Overview,
        movie.Language,
        movie.MovieLensId,
        movie.ImdbId,
        movie.TmdbId,
        movie.PosterUrl);

    public Movie ToMovie() => new()
    {
        Id = MovieId,
        Title = Title,
        OriginalTitle = OriginalTitle,
        Year = Year,
        Genres = Genres ?? [],
        RuntimeMinutes = RuntimeMinutes,
        Directors = Directors ?? [],
        Cast = Cast ?? [],
        Keywords = Keywords ?? [],
        Overview = Overview,
        Language = Language,
        MovieLensId = MovieLensId,
        ImdbId = ImdbId,
        TmdbId = TmdbId,
        PosterUrl = PosterUrl,
    };
}
