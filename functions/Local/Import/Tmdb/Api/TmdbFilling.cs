using System.Buffers;
using System.Globalization;
using Matinee.Core.Catalog;

namespace Matinee.Local.Import.Tmdb.Api;

/// <summary>Puts what TMDB says of a film into it.</summary>
static class TmdbFilling
{
    const int LongestPath = 100;
    const int YearLetters = 4;

    static readonly SearchValues<char> s_ofPaths = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    /// <summary>Could TMDB tell anything that is not known?</summary>
    public static bool HasGaps(Movie film) =>
        film.PosterUrl is null || film.Overview is null || film.Directors.Count == 0 || film.Cast.Count == 0 || film.Keywords.Count == 0
        || film.RuntimeMinutes is null || film.Language is null || film.Genres.Count == 0 || film.Year is null || film.TmdbId is null;

    /// <summary>The film with its gaps filled; with <paramref name="overwrite"/> also with TMDB's word in the place of what was known. The same object where nothing changes.</summary>
    public static Movie Fill(Movie film, TmdbMovie from, bool overwrite)
    {
        string[] cast = Names(from.Credits?.Cast?.OrderBy(static actor => actor.Order).Select(static actor => actor.Name)).Take(TmdbLimits.MostCast).ToArray();
        string[] directors = [.. Names(from.Credits?.Crew?.Where(static worker => worker.Job == TmdbLimits.Director).Select(static worker => worker.Name))];
        string[] keywords =
        [
            .. Names(from.Keywords?.Keywords?.Select(static keyword => keyword.Name?.ToLowerInvariant()))
                .Where(static word => word.Length <= TmdbLimits.LongestKeyword).Take(TmdbLimits.MostKeywords),
        ];
        string[] genres = [.. Names(from.Genres?.Select(static genre => genre.Name)).Select(TmdbGenres.NameOf).OfType<string>().Distinct()];
        var filled = film with
        {
            PosterUrl = Pick(film.PosterUrl, PosterOf(from.PosterPath)),
            Overview = Pick(film.Overview, TextOf(from.Overview)),
            Language = Pick(film.Language, from.OriginalLanguage is { Length: 2 } language ? language : null),
            RuntimeMinutes = Pick(film.RuntimeMinutes, from.Runtime is >= 1 and <= TmdbLimits.MostMinutes ? from.Runtime : null),
            // A year that is known is what films of one title are told apart by, and stays.
            Year = film.Year ?? YearOf(from.ReleaseDate),
            Directors = PickAll(film.Directors, directors),
            Cast = PickAll(film.Cast, cast),
            Keywords = PickAll(film.Keywords, keywords),
            Genres = film.Genres.Count > 0 ? film.Genres : genres,
            TmdbId = from.Id,
            ImdbId = film.ImdbId ?? TextOf(from.ImdbId),
        };
        return IsSame(film, filled) ? film : filled;

        T? Pick<T>(T? known, T? told) => overwrite ? told ?? known : known ?? told;
        IReadOnlyList<string> PickAll(IReadOnlyList<string> known, string[] told) => told.Length > 0 && (overwrite || known.Count == 0) ? told : known;
    }

    // Lists are compared by what is in them, which records do not.
    static bool IsSame(Movie one, Movie two) =>
        one == two with { Directors = one.Directors, Cast = one.Cast, Keywords = one.Keywords, Genres = one.Genres }
        && one.Directors.SequenceEqual(two.Directors) && one.Cast.SequenceEqual(two.Cast)
        && one.Keywords.SequenceEqual(two.Keywords) && one.Genres.SequenceEqual(two.Genres);

    static IEnumerable<string> Names(IEnumerable<string?>? names) => (names ?? []).Select(TextOf).OfType<string>().Distinct();

    static string? TextOf(string? text) => text?.Trim() is { Length: > 0 } there ? there : null;

    // It becomes part of an address that browsers are given.
    static string? PosterOf(string? path) =>
        path is ['/', _, ..] && path.Length <= LongestPath && path.AsSpan(1).IndexOfAnyExcept(s_ofPaths) < 0 ? TmdbLimits.Posters + path : null;

    static int? YearOf(string? date) =>
        date is { Length: >= YearLetters } && int.TryParse(date.AsSpan(0, YearLetters), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
}
