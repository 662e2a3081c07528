using System.Globalization;
using System.Text;

namespace Matinee.Local.Tests.Commands;

/// <summary>A set of ratings with two tastes in it: who likes the films of one half dislikes those of the other. Learnable, and small.</summary>
static class GeneratedSet
{
    public const int People = 120;
    public const int Films = 60;

    const int RatingsEach = 25;
    const long Start = 1_500_000_000;

    public static string Write(TemporaryFolder folder, string name = "two-tastes")
    {
        var movies = new StringBuilder("movieId,title,genres\n");
        for (var film = 1; film <= Films; film++) movies.Append(CultureInfo.InvariantCulture, $"{film},Film {film} ({1980 + film % 40}),{(film % 2 == 0 ? "Comedy" : "Drama")}\n");
        folder.Write($"{name}/movies.csv", movies.ToString());
        folder.Write($"{name}/links.csv", "movieId,imdbId,tmdbId\n1,0114709,862\n");
        var (random, ratings) = (new Random(7), new StringBuilder("userId,movieId,rating,timestamp\n"));
        for (var user = 1; user <= People; user++)
        {
            // Films of one's taste, and films with low numbers, come first in everybody's mind: both can be learned.
            var films = Enumerable.Range(1, Films).OrderBy(film => random.NextDouble() + (film % 2 == user % 2 ? 0 : 0.5) + 0.6 * film / Films).Take(RatingsEach).ToArray();
            random.Shuffle(films);
            foreach (var (place, film) in films.Index())
            {
                var stars = (film % 2 == user % 2 ? 4.5 : 1.5) + random.Next(-1, 2) * 0.5;
                ratings.Append(CultureInfo.InvariantCulture, $"{user},{film},{stars:0.0},{Start + user + place * 10_000L}\n");
            }
        }

        folder.Write($"{name}/ratings.csv", ratings.ToString());
        return Path.Combine(folder.Path, name);
    }
}
