namespace Matinee.Local.Import.Tmdb;

/// <summary>TMDB's genres by the names that MovieLens and the catalogue have for them.</summary>
static class TmdbGenres
{
    /// <summary>The name here; null for what is no genre.</summary>
    public static string? NameOf(string genre) => genre switch
    {
        "Science Fiction" => "Sci-Fi",
        "Family" => "Children",
        "Music" => "Musical",
        "TV Movie" or "Foreign" or "" => null,
        _ => genre,
    };
}
