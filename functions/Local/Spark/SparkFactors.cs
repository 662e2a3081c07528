using Matinee.Engine.Als;
using Matinee.Local.Import;
using Matinee.Local.Parquet;

namespace Matinee.Local.Spark;

/// <summary>The folder of an ALSModel as Spark saves it: vectors of films, and of people, each in part files with the columns id and features.</summary>
/// <param name="folder">The folder, in which <c>itemFactors</c> is.</param>
sealed class SparkFactors(string folder)
{
    const string OfFilms = "itemFactors";
    const string OfPeople = "userFactors";
    const string Id = "id";
    const string Features = "features";

    /// <summary>Are there vectors of people, too?</summary>
    public bool HasPeople => Directory.Exists(Path.Combine(folder, OfPeople));

    /// <summary>The vectors of all films.</summary>
    /// <exception cref="ImportException">There are none, or they can't be vectors of films.</exception>
    /// <exception cref="ParquetException">A file can't be read.</exception>
    public IReadOnlyDictionary<int, float[]> Films(CancellationToken cancellation) => Read(OfFilms, static _ => true, null, cancellation);

    /// <summary>The vectors of some people.</summary>
    public IReadOnlyDictionary<int, float[]> People(Func<int, bool> takes, int rank, CancellationToken cancellation) => Read(OfPeople, takes, rank, cancellation);

    Dictionary<int, float[]> Read(string name, Func<int, bool> takes, int? rank, CancellationToken cancellation)
    {
        var vectors = new Dictionary<int, float[]>();
        foreach (var path in Parts(name))
        {
            using var file = ParquetFile.Open(path);
            var (ids, features) = (file.Column(Id, ParquetType.Int32, repeats: false), file.Column(Features, ParquetType.Single, repeats: true));
            for (var group = 0; group < file.Groups; group++)
            {
                cancellation.ThrowIfCancellationRequested();
                var (id, values) = (file.Read<int>(group, ids).Values, file.Read<float>(group, features));
                if (id.Count != values.Rows) throw new ImportException($"{path} has {id.Count} ids for {values.Rows} vectors. Save the model again.");
                for (var row = 0; row < id.Count; row++)
                {
                    if (!takes(id[row])) continue;
                    var vector = values.Of(row);
                    rank ??= RankOf(vector.Length, path);
                    Require(vector, id[row], rank.Value, path);
                    if (!vectors.TryAdd(id[row], vector.ToArray()))
                        throw new ImportException($"{path} has a second vector of id {id[row]}: parts of two models lie in one folder. Save the model into an empty one.");
                }
            }
        }

        return vectors.Count > 0 || rank is not null ? vectors : throw new ImportException($"There is no vector in {Path.Combine(folder, name)}. Save the model again.");
    }

    List<string> Parts(string name)
    {
        var parts = Path.Combine(folder, name);
        if (!Directory.Exists(parts))
            throw new ImportException($"There is no {name} in {folder}. Name the folder that ALSModel.save wrote, or the one of its factors.");
        // Spark's own notes begin with an underscore or a dot.
        var files = Directory.EnumerateFiles(parts, "*.parquet").Where(static path => Path.GetFileName(path)[0] is not ('_' or '.')).Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new ImportException($"There is no .parquet file in {parts}. Save the model again, and copy the whole folder.");
    }

    static int RankOf(int length, string path) => length is >= 1 and <= AlsOptions.MaxFactors
        ? length
        : throw new ImportException($"The first vector of {path} has {length} numbers; 1 to {AlsOptions.MaxFactors} can be served. Train with such a rank.");

    static void Require(ReadOnlySpan<float> vector, int id, int rank, string path)
    {
        if (vector.Length != rank)
            throw new ImportException($"The vector of id {id} in {path} has {vector.Length} numbers, and others have {rank}: parts of two models lie in one folder. Save the model into an empty one.");
        foreach (var value in vector)
        {
            if (!float.IsFinite(value)) throw new ImportException($"The vector of id {id} in {path} holds {value}. Train again with a larger regParam.");
        }
    }
}
