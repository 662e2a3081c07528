namespace Matinee.Local.Import.Tmdb;

/// <summary>What a set drawn from TMDB calls its tables.</summary>
/// <param name="Movies">The films.</param>
/// <param name="Credits">Cast and crew.</param>
/// <param name="CreditsId">The column in which the credits have TMDB's number.</param>
/// <param name="Keywords">The keywords, where they have a table of their own.</param>
sealed record TmdbTableNames(string Movies, string Credits, string CreditsId, string? Keywords)
{
    public static readonly TmdbTableNames TheMoviesDataset = new("movies_metadata.csv", "credits.csv", "id", "keywords.csv");

    public static readonly TmdbTableNames Tmdb5000 = new("tmdb_5000_movies.csv", "tmdb_5000_credits.csv", "movie_id", null);
}
