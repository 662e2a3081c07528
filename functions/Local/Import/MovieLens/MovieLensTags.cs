using System.Globalization;
using Matinee.Local.Import.Sources;

namespace Matinee.Local.Import.MovieLens;

/// <summary>The tags that people gave films, as keywords: those that most of them agree on.</summary>
sealed class MovieLensTags(IInputFiles files, Problems problems)
{
    const string CsvFile = "tags.csv";
    const string DatFile = "tags.dat";
    const int MostKeywords = 8;
    const int LongestKeyword = 40;

    /// <summary>The keywords of each film by the set's number of it.</summary>
    public Dictionary<int, IReadOnlyList<string>> Read(CancellationToken cancellation)
    {
        var counts = new Dictionary<(int Film, string Tag), int>();
        foreach (var (film, tag) in Rows())
        {
            cancellation.ThrowIfCancellationRequested();
            var word = tag.Trim().ToLowerInvariant();
            if (film >= 0 && word.Length is > 1 and <= LongestKeyword) counts[(film, word)] = counts.GetValueOrDefault((film, word)) + 1;
        }

        return counts.GroupBy(tag => tag.Key.Film).ToDictionary(film => film.Key, film =>
        {
            var best = film.OrderByDescending(tag => tag.Value).ThenBy(tag => tag.Key.Tag, StringComparer.Ordinal).Take(MostKeywords).ToList();
            // What one person alone said is left out where there is something better.
            var agreed = best.Where(tag => tag.Value > 1).ToList();
            return (IReadOnlyList<string>)[.. (agreed.Count > 0 ? agreed : best).Select(tag => tag.Key.Tag)];
        });
    }

    IEnumerable<(int Film, string Tag)> Rows()
    {
        if (files.Files.Contains(CsvFile))
        {
            problems.Clear(CsvFile);
            foreach (var (_, values) in TextFile.Csv(files, CsvFile, problems, ["movieId", "tag"])) yield return (Number(values[0]), values[1]);
        }
        else if (files.Files.Contains(DatFile))
        {
            foreach (var (_, columns) in TextFile.Split(files, DatFile, "::"))
            {
                if (columns.Length == 4) yield return (Number(columns[1]), columns[2]);
            }
        }
    }

    static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
