using System.Text.Json.Serialization;
using Matinee.Core.Catalog;
using Matinee.Core.Ratings;

namespace Matinee.Api.Catalog;

/// <summary>A film as its page shows it.</summary>
public sealed record MovieDetails(
    int Id,
    string Title,
    string? OriginalTitle,
    int? Year,
    IReadOnlyList<string> Genres,
    int? RuntimeMinutes,
    string? Language,
    IReadOnlyList<string> Directors,
    IReadOnlyList<string> Cast,
    IReadOnlyList<string> Keywords,
    string? Overview,
    string? ImdbId,
    string? PosterUrl,
    int Votes,
    double? MeanStars,
    IReadOnlyList<int> Histogram)
{
    /// <summary>Puts a film and its counts together.</summary>
    public static MovieDetails Of(Movie movie, MovieStats stats) => new(
        movie.Id, movie.Title, movie.OriginalTitle, movie.Year, movie.Genres, movie.RuntimeMinutes, movie.Language, movie.Directors, movie.Cast,
        movie.Keywords, movie.Overview, movie.ImdbId, movie.PosterUrl, stats.Count, stats.MeanStars, stats.Counts);
}

/// <summary>The JSON of the catalogue.</summary>
[JsonSerializable(typeof(MovieDetails))]
public sealed partial class CatalogJson : JsonSerializerContext;
