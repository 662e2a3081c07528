using Matinee.Core.Catalog;

namespace Matinee.Api.Catalog;

/// <summary>A film as lists show it, with how many ratings it has and their mean.</summary>
public sealed record MovieSummary(
    int Id,
    string Title,
    string? OriginalTitle,
    int? Year,
    IReadOnlyList<string> Genres,
    int? RuntimeMinutes,
    string? Language,
    IReadOnlyList<string> Directors,
    string? PosterUrl,
    int Votes,
    double? MeanStars)
{
    /// <summary>A film of a view.</summary>
    public static MovieSummary Of(CatalogueView view, Movie movie)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(movie);
        var hot = view.HotOf(movie.Id);
        return new(
            movie.Id, movie.Title, movie.OriginalTitle, movie.Year, movie.Genres, movie.RuntimeMinutes, movie.Language, movie.Directors, movie.PosterUrl,
            hot?.Count ?? 0, hot is { Count: > 0 } ? hot.HalvesSum / 2.0 / hot.Count : null);
    }
}
