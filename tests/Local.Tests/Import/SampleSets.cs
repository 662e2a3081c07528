using System.IO.Compression;
using System.Text;
using Matinee.Core.Import;
using Matinee.Local.Import;
using Matinee.Local.Import.MovieLens;
using Matinee.Local.Import.Sources;

namespace Matinee.Local.Tests.Import;

/// <summary>One small data set in each of the layouts, and ways to import it.</summary>
static class SampleSets
{
    /// <summary>User, film, stars, time: what each layout of the sample says.</summary>
    public static readonly (int User, int Film, double Stars, long Time)[] Ratings =
        [(1, 1, 4, 964982703), (1, 3, 2, 964981247), (2, 1, 5, 1445714994), (2, 6, 3, 1445714835), (3, 6, 1, 1445715228), (3, 4, 4, 1445715340)];

    const string Movies =
        "movieId,title,genres\r\n1,Toy Story (1995),Animation|Children\r\n3,\"Amélie (Fabuleux destin d'Amélie Poulain, Le) (2001)\",Comedy|Romance\r\n"
        + "4,\"Postman, The (Postino, Il) (1994)\",Drama\r\n6,\"American President, The (1995)\",(no genres listed)\r\n";

    public static string Csv(TemporaryFolder folder, string name = "ml-test", Func<string, string>? ratings = null)
    {
        folder.Write($"{name}/movies.csv", Movies);
        folder.Write($"{name}/links.csv", "movieId,imdbId,tmdbId\r\n1,0114709,862\r\n3,0211915,194\r\n4,0110877,11010\r\n6,0112346,\r\n");
        folder.Write($"{name}/tags.csv", "userId,movieId,tag,timestamp\r\n1,1,Pixar,1\r\n2,1,pixar,2\r\n2,1,odd,3\r\n2,6,\"wash, dc\",3\r\n");
        var lines = "userId,movieId,rating,timestamp\r\n" + string.Concat(Ratings.Select(r => $"{r.User},{r.Film},{r.Stars:0.0},{r.Time}\r\n"));
        folder.Write($"{name}/ratings.csv", ratings?.Invoke(lines) ?? lines);
        return Path.Combine(folder.Path, name);
    }

    public static string Dat(TemporaryFolder folder)
    {
        folder.Write("ml-1m/movies.dat", "1::Toy Story (1995)::Animation|Children's\n3::Amélie (Fabuleux destin d'Amélie Poulain, Le) (2001)::Comedy|Romance\n4::Postman, The (Postino, Il) (1994)::Drama\n6::American President, The (1995)::\n", Encoding.Latin1);
        folder.Write("ml-1m/users.dat", "1::F::1::10::48067\n2::M::56::16::70072\n3::M::25::99::55117\n");
        folder.Write("ml-1m/ratings.dat", string.Concat(Ratings.Select(r => $"{r.User}::{r.Film}::{r.Stars:0}::{r.Time}\n")));
        return Path.Combine(folder.Path, "ml-1m");
    }

    public static string Tab(TemporaryFolder folder)
    {
        static string Flags(params int[] on) => string.Join('|', Enumerable.Range(0, 19).Select(i => on.Contains(i) ? "1" : "0"));
        folder.Write("ml-100k/u.item", $"1|Toy Story (1995)|01-Jan-1995||http://x|{Flags(3, 4)}\n3|Amélie (Fabuleux destin d'Amélie Poulain, Le) (2001)|||x|{Flags(5, 14)}\n4|Postman, The (Postino, Il) (1994)|||x|{Flags(8)}\n6|American President, The (1995)|||x|{Flags(0)}\n", Encoding.Latin1);
        folder.Write("ml-100k/u.user", "1|24|M|technician|85711\n2|53|F|other|94043\n3|23|M|none|32067\n");
        folder.Write("ml-100k/u.data", string.Concat(Ratings.Select(r => $"{r.User}\t{r.Film}\t{r.Stars:0}\t{r.Time}\n")));
        return Path.Combine(folder.Path, "ml-100k");
    }

    /// <summary>Some bytes changed, or the end cut off; now and then nothing.</summary>
    public static byte[] Damaged(byte[] sound, Random random)
    {
        var bytes = sound.ToArray();
        for (var i = random.Next(3); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(6) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    public static string Zip(TemporaryFolder folder, string from)
    {
        var path = Path.Combine(folder.Path, Path.GetFileName(from) + ".zip");
        ZipFile.CreateFromDirectory(from, path, CompressionLevel.Fastest, includeBaseDirectory: true);
        return path;
    }

    /// <summary>Imports as the command does.</summary>
    public static async Task<(ImportOutcome Outcome, Problems Problems)> ImportAsync(
        LocalStore store, string location, string? name = null, BulkImport? import = null, DownloadOptions? download = null, CancellationToken cancellation = default)
    {
        using var files = await InputLocation.OpenAsync(location, download ?? new(), null, cancellation);
        var source = ImportSource.Named(name ?? InputLocation.SourceNameOf(files));
        var problems = new Problems();
        var set = new MovieLensImport(files, source, problems, TimeProvider.System).Open(await store.CatalogueAsync(source), null, cancellation);
        return (await (import ?? store.Import).RunAsync(set, null, cancellation), problems);
    }
}
