using System.Globalization;
using Matinee.Core.Catalog;
using Matinee.Core.Import;
using Matinee.Local.Import.Sources;

namespace Matinee.Local.Import.Tmdb;

/// <summary>The films of tables that were drawn from TMDB: The Movies Dataset and TMDB 5000. Rows that are broken are reported and left out.</summary>
/// <param name="files">Where the tables are.</param>
/// <param name="names">What the set calls them.</param>
/// <param name="problems">Where broken rows go.</param>
sealed class TmdbTables(IInputFiles files, TmdbTableNames names, Problems problems)
{
    /// <summary>Puts all films among those that are there, and gives their numbers there by TMDB's.</summary>
    /// <param name="catalogue">The films that are there.</param>
    /// <param name="movieLens">MovieLens' numbers by TMDB's.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops it.</param>
    public IReadOnlyDictionary<int, int> Place(
        FilmCatalogue catalogue, IReadOnlyDictionary<int, int> movieLens, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new("Reading credits", null));
        var credits = ReadCredits(cancellation);
        var keywords = names.Keywords is { } file && files.Files.Contains(file) ? ReadKeywords(file, cancellation) : [];
        progress?.Report(new("Reading films", null));
        problems.Clear(names.Movies);
        string[] required = ["id", "title", "genres", "original_language", "original_title", "overview", "release_date", "runtime"];
        foreach (var (line, values) in TextFile.Csv(files, names.Movies, problems, required, "imdb_id", "poster_path", "keywords"))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var film = FilmOf(values);
                var id = film.TmdbId!.Value;
                var (directors, cast) = credits.GetValueOrDefault(id, ([], []));
                catalogue.Place(id, film with
                {
                    Directors = directors,
                    Cast = cast,
                    Keywords = values[10].Length > 0 ? WordsOf(values[10]) : keywords.GetValueOrDefault(id, []),
                    MovieLensId = movieLens.TryGetValue(id, out var number) ? number : null,
                });
            }
            catch (FormatException error)
            {
                problems.Add(names.Movies, line, error.Message);
            }
        }

        problems.RequireSound(names.Movies, catalogue.Numbers.Count);
        return catalogue.Numbers;
    }

    static Movie FilmOf(string[] values)
    {
        if (!int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == 0)
            throw new FormatException($"'{values[0]}' is no number of a film, its columns have slipped");
        var title = values[1].Trim();
        if (title.Length == 0) throw new FormatException("it has no title");
        var (original, poster, imdb) = (values[4].Trim(), values[9], values[8]);
        return new()
        {
            Id = 0,
            Title = title,
            OriginalTitle = original.Length > 0 && original != title ? original : null,
            Year = values[6].Length >= 4 && int.TryParse(values[6].AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
            Genres = [.. Literal.Rows(values[2]).Select(genre => TmdbGenres.NameOf(NameOf(genre))).OfType<string>().Distinct()],
            RuntimeMinutes = double.TryParse(values[7], NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes) && minutes is >= 1 and <= TmdbLimits.MostMinutes
                ? (int)minutes
                : null,
            Overview = values[5].Trim() is { Length: > 0 } overview && overview != "No overview found." ? overview : null,
            Language = values[3].Length == 2 ? values[3] : null,
            ImdbId = imdb.StartsWith("tt", StringComparison.Ordinal) ? imdb : null,
            TmdbId = id,
            PosterUrl = poster.StartsWith('/') ? TmdbLimits.Posters + poster : null,
        };
    }

    Dictionary<int, (string[] Directors, string[] Cast)> ReadCredits(CancellationToken cancellation)
    {
        var credits = new Dictionary<int, (string[], string[])>();
        if (!files.Files.Contains(names.Credits)) return credits;
        problems.Clear(names.Credits);
        foreach (var (line, values) in TextFile.Csv(files, names.Credits, problems, [names.CreditsId, "cast", "crew"]))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                // The columns hold everybody; a few names of each stay.
                credits[IdOf(values[0])] = (
                    [.. Literal.Rows(values[2]).Where(person => person.GetValueOrDefault("job") is TmdbLimits.Director).Select(NameOf).Where(name => name.Length > 0).Distinct()],
                    [.. Literal.Rows(values[1]).Select(NameOf).Where(name => name.Length > 0).Distinct().Take(TmdbLimits.MostCast)]);
            }
            catch (FormatException error)
            {
                problems.Add(names.Credits, line, error.Message);
            }
        }

        return credits;
    }

    Dictionary<int, IReadOnlyList<string>> ReadKeywords(string file, CancellationToken cancellation)
    {
        problems.Clear(file);
        var keywords = new Dictionary<int, IReadOnlyList<string>>();
        foreach (var (line, values) in TextFile.Csv(files, file, problems, ["id", "keywords"]))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                keywords[IdOf(values[0])] = WordsOf(values[1]);
            }
            catch (FormatException error)
            {
                problems.Add(file, line, error.Message);
            }
        }

        return keywords;
    }

    static string[] WordsOf(string text) =>
        [.. Literal.Rows(text).Select(word => NameOf(word).ToLowerInvariant()).Where(word => word.Length is > 0 and <= TmdbLimits.LongestKeyword).Distinct().Take(TmdbLimits.MostKeywords)];

    static string NameOf(Dictionary<string, object?> row) => (row.GetValueOrDefault("name") as string ?? "").Trim();

    static int IdOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw new FormatException($"'{text}' is no number of a film");
}
