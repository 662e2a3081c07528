using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Matinee.Engine.Facts;

namespace Matinee.Benchmarks.Data;

/// <summary>What MovieLens tells of films and people besides the ratings; nothing where its files are not there.</summary>
static partial class MovieLensFacts
{
    const int FirstGenreField = 5;

    /// <summary>ml-100k: genres are columns of zeros and ones, people are described.</summary>
    public static KnownFacts OfHundred(string genreFile, string filmFile, string peopleFile)
    {
        if (!File.Exists(genreFile) || !File.Exists(filmFile) || !File.Exists(peopleFile)) return KnownFacts.None;
        var genres = File.ReadLines(genreFile).Where(line => line.Length > 0).Select(line => line.Split('|')[0]).ToArray();
        // Years are those of the titles: the other column holds when the film came to America.
        var films = File.ReadLines(filmFile, Encoding.Latin1).Select(line => line.Split('|')).Select(field =>
            new FilmFacts(Number(field[0]))
            {
                Year = YearOf(field[1]),
                Genres = [.. genres.Where((genre, g) => genre != "unknown" && field[FirstGenreField + g] == "1")],
            });
        return new(films, File.ReadLines(peopleFile).Select(line => line.Split('|')).Select(field => KeyValuePair.Create(
            (long)Number(field[0]),
            new PersonFacts { Age = Math.Clamp(Number(field[1]), PersonFacts.MinAge, PersonFacts.MaxAge), Gender = field[2], Occupation = field[3] })));
    }

    /// <summary>ml-latest: a title may hold commas, and then stands in quotes.</summary>
    public static KnownFacts OfLatest(string filmFile) => !File.Exists(filmFile) ? KnownFacts.None : new(
        File.ReadLines(filmFile).Skip(1).Select(line => new FilmFacts(Number(line[..line.IndexOf(',', StringComparison.Ordinal)]))
        {
            Year = YearOf(line),
            Genres = [.. line[(line.LastIndexOf(',') + 1)..].Split('|').Where(genre => !genre.StartsWith('('))],
        }));

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    static int YearOf(string text) => Year().Matches(text) is [.., var last] ? Number(last.Groups[1].Value) : 0;

    [GeneratedRegex(@"\((\d{4})\)")]
    private static partial Regex Year();
}
