namespace Matinee.Local.Import.Tmdb;

/// <summary>How much of what TMDB knows of a film is kept, whichever way it comes.</summary>
static class TmdbLimits
{
    public const int MostCast = 6;
    public const int MostKeywords = 8;
    public const int LongestKeyword = 40;
    public const int MostMinutes = 1000;
    public const string Posters = "https://image.tmdb.org/t/p/w500";
    public const string Director = "Director";
}
