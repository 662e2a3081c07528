using System.Globalization;
using System.Text;
using Matinee.Core.Catalog;
using Matinee.Core.Import;
using Matinee.Core.Training;

namespace Matinee.Local.Export;

/// <summary>
/// Writes ratings, films and people as MovieLens lays them out, so that they can be imported again, here or elsewhere. Accounts appear as
/// numbers: neither their ids nor anything they told of themselves is written.
/// </summary>
sealed class MovieLensExport(RatingSnapshot snapshot, FilmCatalogue films, IReadOnlyDictionary<string, ImportedPerson> people)
{
    public const string Ratings = "ratings.csv";
    public const string Movies = "movies.csv";
    public const string Links = "links.csv";
    public const string Users = "users.csv";

    const string NoGenres = "(no genres listed)";
    const int LinesBetweenLooks = 1 << 16;

    static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the files into a folder; each takes its name when it is whole. Gives the number of ratings.</summary>
    /// <param name="folder">The folder, which is made if it is not there.</param>
    /// <param name="source">Only that import, whose people keep their numbers; null: everything, people numbered from 1 on.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops it; files that are not whole are taken away.</param>
    public long Write(string folder, ImportSource? source, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var (count, rated) = (0L, new HashSet<int>());
        var numbers = NumbersOf(source);
        WriteFile(folder, Ratings, "userId,movieId,rating,timestamp", writer =>
        {
            foreach (var rating in snapshot.All().Where(rating => numbers.ContainsKey(rating.UserId)))
            {
                if (++count % LinesBetweenLooks == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    progress?.Report(new("Writing ratings", (double)count / snapshot.Count, count));
                }

                rated.Add(rating.MovieId);
                writer.Write($"{numbers[rating.UserId]},{rating.MovieId},{rating.Stars:0.0},{rating.RatedAt.ToUnixTimeSeconds()}\n");
            }
        });
        var written = films.Films.Where(film => source is null || rated.Contains(film.Id)).ToList();
        WriteFile(folder, Movies, "movieId,title,genres", writer =>
        {
            foreach (var film in written)
                writer.Write($"{film.Id},{Quoted(TitleOf(film))},{Quoted(film.Genres.Count == 0 ? NoGenres : string.Join('|', film.Genres))}\n");
        });
        WriteFile(folder, Links, "movieId,imdbId,tmdbId,movieLensId", writer =>
        {
            foreach (var film in written) writer.Write($"{film.Id},{film.ImdbId?[2..]},{film.TmdbId},{film.MovieLensId}\n");
        });
        WriteFile(folder, Users, "userId,age,gender,occupation", writer =>
        {
            foreach (var (id, number) in numbers.OrderBy(user => user.Value))
            {
                if (people.TryGetValue(id, out var person) && person.SharesProfile)
                    writer.Write($"{number},{person.Age},{Quoted(person.Gender ?? "")},{Quoted(person.Occupation ?? "")}\n");
            }
        });
        return count;
    }

    /// <summary>A film's title as MovieLens writes it.</summary>
    public static string TitleOf(Movie film) =>
        film.Title + (film.OriginalTitle is { } original ? $" ({original})" : "") + (film.Year is { } year ? $" ({year})" : "");

    Dictionary<string, int> NumbersOf(ImportSource? source)
    {
        var users = Enumerable.Range(0, snapshot.Users.Count).Select(number => snapshot.Users[number]).OfType<string>();
        return source is null
            ? users.Index().ToDictionary(user => user.Item, user => user.Index + 1)
            : users.Where(source.Owns).ToDictionary(id => id, id => int.Parse(id.AsSpan(source.UserId("").Length), CultureInfo.InvariantCulture));
    }

    static void WriteFile(string folder, string name, string header, Action<StreamWriter> write)
    {
        var path = Path.Combine(folder, name);
        var unfinished = path + ".tmp";
        try
        {
            using (var writer = new StreamWriter(unfinished, append: false, s_encoding))
            {
                writer.Write(header + "\n");
                write(writer);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
