using System.Globalization;
using System.Text;
using Matinee.Engine.Facts;

namespace Matinee.Benchmarks.Data;

/// <summary>What GroupLens' sets say of the films: year and genres, and with the newer ones the tags of their users.</summary>
static class FilmLines
{
    static readonly string[] s_genres =
    [
        "unknown", "Action", "Adventure", "Animation", "Children's", "Comedy", "Crime", "Documentary", "Drama", "Fantasy",
        "Film-Noir", "Horror", "Musical", "Mystery", "Romance", "Sci-Fi", "Thriller", "War", "Western",
    ];

    /// <summary>id|title (year)|released|video|address|19 marks for genres.</summary>
    public static IEnumerable<FilmFacts> OfHundred(string file)
    {
        foreach (var line in File.ReadLines(file, Encoding.Latin1))
        {
            var fields = line.Split('|');
            yield return new(Id(fields[0], file))
            {
                Title = fields[1],
                Year = YearOf(fields[1]),
                Genres = [.. s_genres.Where((_, genre) => genre > 0 && fields[^(s_genres.Length - genre)] == "1")],
            };
        }
    }

    /// <summary>id,title (year),genre|genre with quotes about titles with commas; the tags are user,id,tag,time.</summary>
    public static IEnumerable<FilmFacts> OfLatest(string films, string tags)
    {
        var byFilm = (File.Exists(tags) ? File.ReadLines(tags).Skip(1) : [])
            .Select(line => line.Split(',', 3))
            .ToLookup(fields => Id(fields[1], tags), fields => fields[2][..fields[2].LastIndexOf(',')].Trim('"').ToUpperInvariant());
        foreach (var line in File.ReadLines(films).Skip(1))
        {
            var (first, last) = (line.IndexOf(','), line.LastIndexOf(','));
            var title = line[(first + 1)..last].Trim('"');
            var id = Id(line[..first], films);
            yield return new(id)
            {
                Title = title,
                Year = YearOf(title),
                Genres = [.. line[(last + 1)..].Split('|').Where(genre => !genre.StartsWith('('))],
                Keywords = [.. byFilm[id].Distinct()],
            };
        }
    }

    static long Id(string text, string file) => long.TryParse(text, CultureInfo.InvariantCulture, out var id)
        ? id
        : throw new InvalidDataException($"{file}: '{text}' is no film's id.");

    // The year stands last in the title, in brackets; some titles have none.
    static int YearOf(string title)
    {
        var open = title.LastIndexOf('(');
        return open >= 0 && title.Length >= open + 5 && int.TryParse(title.AsSpan(open + 1, 4), CultureInfo.InvariantCulture, out var year) ? year : 0;
    }
}
