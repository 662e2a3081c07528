using System.Globalization;
using Matinee.Core.Catalog;
using Matinee.Core.Import;
using Matinee.Local.Import.Sources;

namespace Matinee.Local.Import.MovieLens;

/// <summary>The films of a MovieLens set, with their ids elsewhere and their most frequent tags.</summary>
sealed class MovieLensFilms(IInputFiles files, MovieLensLayout layout, Problems problems)
{
    const string Links = "links.csv";
    const string Genres100k = "u.genre";
    const string NoGenres = "(no genres listed)";
    const int FirstFlag = 5;

    // The genres that 100k's films have flags for, should the file that names them be missing.
    static readonly string[] s_flags =
        "unknown|Action|Adventure|Animation|Children's|Comedy|Crime|Documentary|Drama|Fantasy|Film-Noir|Horror|Musical|Mystery|Romance|Sci-Fi|Thriller|War|Western".Split('|');

    /// <summary>Puts all films among those that are there, and gives their numbers there by the set's.</summary>
    public IReadOnlyDictionary<int, int> Place(FilmCatalogue catalogue, CancellationToken cancellation)
    {
        problems.Clear(layout.Movies);
        var links = ReadLinks();
        var tags = new MovieLensTags(files, problems).Read(cancellation);
        var good = 0L;
        foreach (var (line, number, title, genres) in Rows())
        {
            cancellation.ThrowIfCancellationRequested();
            if (number < 0 || title.Length == 0)
            {
                problems.Add(layout.Movies, line, "it has no number or no title");
                continue;
            }

            good++;
            var (imdb, tmdb, movieLens) = links.GetValueOrDefault(number, (null, null, layout.HasOwnNumbers ? null : number));
            var parsed = MovieLensTitle.Parse(title);
            var film = new Movie
            {
                Id = 0,
                Title = parsed.Title,
                OriginalTitle = parsed.OriginalTitle,
                Year = parsed.Year,
                Genres = [.. genres.Select(NameOf).Where(genre => genre is not (NoGenres or "unknown" or "")).Distinct()],
                Keywords = tags.GetValueOrDefault(number, []),
                MovieLensId = movieLens,
                ImdbId = imdb,
                TmdbId = tmdb,
            };
            catalogue.Place(number, film, parsed.OtherTitles);
        }

        problems.RequireSound(layout.Movies, good);
        return catalogue.Numbers;
    }

    IEnumerable<(long Line, int Number, string Title, string[] Genres)> Rows()
    {
        if (layout == MovieLensLayout.Csv)
        {
            foreach (var (line, values) in TextFile.Csv(files, layout.Movies, problems, ["movieId", "title", "genres"]))
                yield return (line, Number(values[0]), values[1], values[2].Split('|'));
            yield break;
        }

        var flags = layout == MovieLensLayout.Tab ? Flags() : [];
        foreach (var (line, columns) in TextFile.Split(files, layout.Movies, layout == MovieLensLayout.Tab ? "|" : layout.Separator))
        {
            if (layout == MovieLensLayout.Dat && columns.Length == 3) yield return (line, Number(columns[0]), columns[1], columns[2].Split('|'));
            else if (layout == MovieLensLayout.Tab && columns.Length == FirstFlag + flags.Length)
                yield return (line, Number(columns[0]), columns[1], [.. flags.Where((_, i) => columns[FirstFlag + i] == "1")]);
            else problems.Add(layout.Movies, line, $"it has {columns.Length} columns");
        }
    }

    string[] Flags() => files.Files.Contains(Genres100k)
        ? [.. TextFile.Split(files, Genres100k, "|").Where(row => row.Columns.Length == 2).OrderBy(row => Number(row.Columns[1])).Select(row => row.Columns[0])]
        : s_flags;

    /// <summary>The ids elsewhere; a set that names MovieLens' own numbers in a column of their own is one that Matinee has exported.</summary>
    Dictionary<int, (string? Imdb, int? Tmdb, int? MovieLens)> ReadLinks()
    {
        var links = new Dictionary<int, (string?, int?, int?)>();
        if (!files.Files.Contains(Links) || layout != MovieLensLayout.Csv) return links;
        var isExport = TextFile.HasColumn(files, Links, "movieLensId");
        foreach (var (line, values) in TextFile.Csv(files, Links, problems, ["movieId", "imdbId", "tmdbId"], "movieLensId"))
        {
            if (Number(values[0]) is not (>= 0 and var number))
            {
                problems.Add(Links, line, $"'{values[0]}' is no number of a film");
                continue;
            }

            var imdb = Number(values[1]) is > 0 and var imdbNumber ? $"tt{imdbNumber:0000000}" : null;
            links[number] = (imdb, Positive(values[2]), isExport ? Positive(values[3]) : number);
        }

        return links;
    }

    static int? Positive(string text) => Number(text) is > 0 and var number ? number : null;

    static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    static string NameOf(string genre) => genre == "Children's" ? "Children" : genre;
}
