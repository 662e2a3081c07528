namespace Matinee.Benchmarks.Data;

/// <summary>The folders that GroupLens gives out, told apart by the files in them.</summary>
static class MovieLens
{
    const string Latest = "ratings.csv";
    const string Million = "ratings.dat";
    const string Hundred = "u.data";

    static readonly string[] s_folds = ["u1", "u2", "u3", "u4", "u5", "ua", "ub"];

    /// <summary>The files of which a folder must hold one.</summary>
    public static IReadOnlyList<string> Files { get; } = [Latest, Million, Hundred];

    /// <summary>The set in a folder, or null where there is none.</summary>
    public static DataSet? Open(string folder)
    {
        var name = new DirectoryInfo(folder).Name;
        string At(string file) => Path.Combine(folder, file);
        if (File.Exists(At(Latest)))
            return new(name, RatingLines.Read(At(Latest), ",", header: true), []) { Facts = MovieLensFacts.OfLatest(At("movies.csv"), At("tags.csv")) };
        if (File.Exists(At(Million))) return new(name, RatingLines.Read(At(Million), "::"), []);
        if (!File.Exists(At(Hundred))) return null;
        var folds = s_folds.Where(fold => File.Exists(At($"{fold}.base")) && File.Exists(At($"{fold}.test")));
        return new(name, RatingLines.Read(At(Hundred), "\t"), [.. folds.Select(fold =>
            new FoldFiles(fold, RatingLines.Read(At($"{fold}.base"), "\t"), RatingLines.Read(At($"{fold}.test"), "\t")))])
        {
            Facts = MovieLensFacts.OfHundred(At("u.item"), At("u.user")),
        };
    }
}
