using System.Globalization;
using System.Runtime.InteropServices;
using Matinee.Core.Import;
using Matinee.Core.Models;
using Matinee.Core.Training;
using Matinee.Local.Parquet;

namespace Matinee.Local.Spark;

/// <summary>
/// The ratings that may be learned from as a Parquet file, for programs that train on more than one machine. People are the numbers that
/// training knows them by: who a number is stands in the snapshot alone.
/// </summary>
static class RatingTable
{
    /// <summary>The file's name within a folder.</summary>
    public const string FileName = "ratings.parquet";

    /// <summary>So many rows are in memory at a time, 20 bytes each.</summary>
    public const int RowsInGroup = 1 << 20;

    const string Users = "userId";
    const string Films = "movieId";
    const string Given = "stars";
    const string Times = "at";
    const string Mark = "matinee.";
    const long MicrosecondsInSecond = 1_000_000;

    static readonly ParquetField[] s_fields =
        [new(Users, ParquetType.Int32), new(Films, ParquetType.Int32), new(Given, ParquetType.Single), new(Times, ParquetType.Int64, IsTime: true)];

    /// <summary>Writes the file into a folder; it takes its name when it is whole. Gives what is in it.</summary>
    public static DataWatermark Write(
        string folder, TeachingRatings ratings, IProgress<ImportProgress>? progress, CancellationToken cancellation, int rowsInGroup = RowsInGroup)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        var unfinished = path + ".tmp";
        try
        {
            DataWatermark watermark;
            using (var stream = File.Create(unfinished)) watermark = Write(stream, ratings, rowsInGroup, progress, cancellation);
            File.Move(unfinished, path, overwrite: true);
            return watermark;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>What a file that was written so is of.</summary>
    /// <exception cref="ParquetException">It was not written so.</exception>
    public static DataWatermark WatermarkOf(ParquetFile file)
    {
        string Text(string name) => file.Texts.GetValueOrDefault(Mark + name)
            ?? throw new ParquetException($"{file.Path} says nothing of its '{Mark}{name}': it was not written by 'matinee export --parquet'. Name the file that was.");
        try
        {
            return new(
                Text("snapshot"),
                DateTimeOffset.ParseExact(Text("taken"), "O", CultureInfo.InvariantCulture),
                long.Parse(Text("ratings"), CultureInfo.InvariantCulture),
                int.Parse(Text("users"), CultureInfo.InvariantCulture),
                int.Parse(Text("movies"), CultureInfo.InvariantCulture));
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            throw new ParquetException($"{file.Path} says what can't be of its ratings: {error.Message} Export them again.", error);
        }
    }

    /// <summary>All ratings, a group of rows in memory at a time.</summary>
    /// <exception cref="ParquetException">They can't be read.</exception>
    public static IEnumerable<(int User, int Film, float Stars)> Read(ParquetFile file)
    {
        var (users, films) = (file.Column(Users, ParquetType.Int32, repeats: false), file.Column(Films, ParquetType.Int32, repeats: false));
        var given = file.Column(Given, ParquetType.Single, repeats: false);
        for (var group = 0; group < file.Groups; group++)
        {
            var (user, film, stars) = (file.Read<int>(group, users).Values, file.Read<int>(group, films).Values, file.Read<float>(group, given).Values);
            if (user.Count != film.Count || user.Count != stars.Count) throw new ParquetException($"{file.Path} has columns of different lengths. Export it again.");
            for (var row = 0; row < user.Count; row++) yield return (user[row], film[row], stars[row]);
        }
    }

    static DataWatermark Write(Stream stream, TeachingRatings ratings, int rowsInGroup, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var writer = new ParquetWriter(stream, s_fields);
        var (users, films, stars, times) = (new int[rowsInGroup], new int[rowsInGroup], new float[rowsInGroup], new long[rowsInGroup]);
        var (count, people, last, rated, rows) = (0L, 0, -1, new HashSet<int>(), 0);
        foreach (var rating in ratings.All())
        {
            if (rating.User != last) (people, last) = (people + 1, rating.User);
            rated.Add(rating.Item);
            (users[rows], films[rows], stars[rows], times[rows]) = (rating.User, rating.Item, rating.Stars, rating.Time * MicrosecondsInSecond);
            count++;
            if (++rows == rowsInGroup) Flush();
        }

        if (rows > 0) Flush();
        var watermark = new DataWatermark(ratings.Refresh.Name, ratings.Refresh.Snapshot.Taken, count, people, rated.Count);
        writer.End(new Dictionary<string, string>
        {
            [Mark + "snapshot"] = watermark.Snapshot!,
            [Mark + "taken"] = watermark.Taken.ToString("O", CultureInfo.InvariantCulture),
            [Mark + "ratings"] = count.ToString(CultureInfo.InvariantCulture),
            [Mark + "users"] = people.ToString(CultureInfo.InvariantCulture),
            [Mark + "movies"] = rated.Count.ToString(CultureInfo.InvariantCulture),
        });
        return watermark;

        void Flush()
        {
            cancellation.ThrowIfCancellationRequested();
            writer.WriteGroup(rows, [Bytes(users), Bytes(films), Bytes(stars), Bytes(times)]);
            progress?.Report(new("Writing ratings", (double)count / ratings.Refresh.Snapshot.Count, count));
            rows = 0;
        }

        ReadOnlyMemory<byte> Bytes<T>(T[] values) where T : unmanaged => MemoryMarshal.AsBytes(values.AsSpan(0, rows)).ToArray();
    }
}
