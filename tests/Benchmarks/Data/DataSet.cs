using Matinee.Engine.Facts;
using Matinee.Engine.Ratings;

namespace Matinee.Benchmarks.Data;

/// <summary>Ratings to measure with.</summary>
/// <param name="Name">What a reader of the table knows it by.</param>
/// <param name="Ratings">All of it; read anew each time it is walked.</param>
/// <param name="Folds">The folds that the set was published with, none where it was not.</param>
sealed record DataSet(string Name, IEnumerable<Rating> Ratings, IReadOnlyList<FoldFiles> Folds)
{
    /// <summary>What is known of films and people besides the ratings.</summary>
    public KnownFacts Facts { get; init; } = KnownFacts.None;

    const string Default = "ml-latest-small";
    const int DefaultSimulated = 100_000;

    /// <summary>The set that a call asks for.</summary>
    /// <exception cref="UsageException">The folder that is named holds none.</exception>
    public static DataSet Find(Arguments arguments)
    {
        if (arguments.Text("simulate") is not null && arguments.Text("data") is not null)
            throw new UsageException("Give --data or --simulate, not both.");
        if (arguments.Text("simulate") is not null) return Simulated(arguments.Number("simulate", 0, Simulation.MinRatings, int.MaxValue));
        if (arguments.Text("data") is { } folder) return MovieLens.Open(folder) ?? throw Missing("--data", folder);
        if (Environment.GetEnvironmentVariable("MATINEE_DATA") is { Length: > 0 } given)
            return MovieLens.Open(given) ?? MovieLens.Open(Path.Combine(given, Default)) ?? throw Missing("MATINEE_DATA", given);
        return Beside().Select(MovieLens.Open).FirstOrDefault(set => set is not null) ?? Simulated(DefaultSimulated);
    }

    /// <summary>A simulated set.</summary>
    public static DataSet Simulated(int ratings)
    {
        var simulation = Simulation.OfSize(ratings);
        return new($"simulated ({simulation.Users:N0} users, {simulation.Films:N0} films)", simulation.Ratings(), []);
    }

    static IEnumerable<string> Beside()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Matinee.slnx")))
                yield return Path.Combine(folder.FullName, "..", "shared", "data", Default);
        }
    }

    static UsageException Missing(string where, string folder) =>
        new($"{where} names '{folder}', which holds none of {string.Join(", ", MovieLens.Files)}.");
}

/// <summary>One fold as it was published.</summary>
sealed record FoldFiles(string Name, IEnumerable<Rating> Training, IEnumerable<Rating> Test);
