using Matinee.Engine.Facts;

namespace Matinee.Core.Catalog;

/// <summary>Films as the engine takes them.</summary>
public static class MovieFacts
{
    /// <summary>What is known of a film besides its ratings.</summary>
    public static FilmFacts Of(Movie movie)
    {
        ArgumentNullException.ThrowIfNull(movie);
        return new(movie.Id)
        {
            Year = movie.Year ?? 0,
            Minutes = movie.RuntimeMinutes ?? 0,
            Title = movie.Title,
            Language = movie.Language ?? "",
            Genres = movie.Genres,
            Keywords = movie.Keywords,
            Directors = movie.Directors,
            Cast = movie.Cast,
            Overview = movie.Overview ?? "",
        };
    }
}
