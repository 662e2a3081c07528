using System.Globalization;
using Matinee.Local.Commands;

namespace Matinee.Local.Tests.Commands;

/// <summary>An operator's day from end to end: import, evaluate, train, look at models, change them, export, doctor.</summary>
public sealed class OperatorTests
{
    const string Real = "ml-latest-small";

    [Fact]
    public async Task Commands_OneAfterTheOther_CarryASetFromImportToExport()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        var (set, data) = (GeneratedSet.Write(folder), Path.Combine(folder.Path, "data"));
        var imported = await CommandLine.DoneAsync("import", "movielens", set, "--data", data);
        Assert.Contains("two-tastes has 3,000 ratings of 60 films by 120 people; 60 films are new", imported.Output, StringComparison.Ordinal);

        await EvaluateAsync(data);
        var first = await TrainAsync(data);
        await SkipAsync(data, first);
        var second = (string)(await CommandLine.DoneAsync("train", "--force", "--json", "--data", data)).Json["run"]!["version"]!;
        await SwingAsync(data, first, second);
        await ExportAsync(data, Path.Combine(folder.Path, "out"), set);

        var doctor = (await CommandLine.DoneAsync("doctor", "--json", "--data", data)).Json;
        Assert.True((bool)doctor["isSound"]!);
        var levels = doctor["findings"]!.AsArray().ToDictionary(one => (string)one!["check"]!, one => (string)one!["level"]!);
        foreach (var check in (string[])["settings", "data folder", "store", "schema", "poison", "snapshot", "blobs", "model"]) Assert.Equal("ok", levels[check]);
        Assert.Equal("note", levels["ratings feed"]);
        Assert.Empty(Directory.GetFiles(data, "doctor-*"));
    }

    [Fact]
    public async Task Evaluate_RealSet_PutsTheModelsInTheOrderThatIsKnownOfThem()
    {
        var set = RealSet();
        Assert.SkipWhen(set is null, $"{Real} was not found in ../shared/data; set MATINEE_DATA to the folder that holds it.");
        var boards = (await CommandLine.DoneAsync("evaluate", "--set", set, "--model", "popularity,baseline,user-neighbours", "--json")).Json;
        Assert.Equal(["popularity", "random"], Names(boards["lists"]!));
        Assert.Equal(["user-neighbours", "baseline"], Names(boards["stars"]!));
        // Two of its films are one, which somebody has rated under both numbers.
        Assert.Equal((100_835, 0), ((int)boards["ratings"]!, (int)boards["leftOut"]!));
    }

    static async Task EvaluateAsync(string data)
    {
        var said = await CommandLine.DoneAsync("evaluate", "--model", "ease,popularity,baseline,factorization", "--json", "--data", data);
        Assert.Equal(["ease", "popularity", "random"], Names(said.Json["lists"]!));
        Assert.Equal(["factorization", "baseline"], Names(said.Json["stars"]!));
        Assert.Contains("Comparing models: ease", said.Errors, StringComparison.Ordinal);

        var table = (await CommandLine.DoneAsync("evaluate", "--model", "baseline", "--data", data)).Output;
        Assert.Contains("the store: 3,000 ratings of 60 films by 120 people", table, StringComparison.Ordinal);
        Assert.DoesNotContain("nDCG", table, StringComparison.Ordinal);
        var row = table.Split('\n').First(line => line.StartsWith("baseline", StringComparison.Ordinal)).Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal((double)said.Json["stars"]!["rows"]!.AsArray().Single(one => (string)one!["name"]! == "baseline")!["measures"]![0]!["value"]!, double.Parse(row[1], CultureInfo.InvariantCulture), 1e-4);
    }

    static async Task<string> TrainAsync(string data)
    {
        var said = await CommandLine.DoneAsync("train", "--data", data);
        var list = (await CommandLine.DoneAsync("models", "list", "--json", "--data", data)).Json;
        var version = (string)list["current"]!;
        Assert.Contains($"{version} is in service.", said.Output, StringComparison.Ordinal);
        Assert.Contains("chosen", said.Output, StringComparison.Ordinal);
        Assert.Contains("rmse", said.Output, StringComparison.Ordinal);
        var table = (await CommandLine.DoneAsync("models", "list", "--data", data)).Output;
        Assert.Contains(table.Split('\n'), line => line.StartsWith('*') && line.Contains(version, StringComparison.Ordinal) && line.Contains("3,000", StringComparison.Ordinal));
        var shown = await CommandLine.DoneAsync("models", "show", "current", "--data", data);
        Assert.Contains("3,000 ratings of 60 films by 120 people", shown.Output, StringComparison.Ordinal);
        return version;
    }

    static async Task SkipAsync(string data, string version)
    {
        var said = await CommandLine.DoneAsync("train", "--json", "--data", data);
        Assert.Equal(("skipped", $"Nothing has changed since {version} was trained."), ((string)said.Json["run"]!["outcome"]!, (string)said.Json["run"]!["why"]!));
    }

    static async Task SwingAsync(string data, string first, string second)
    {
        async Task<string> CurrentAsync() => (string)(await CommandLine.DoneAsync("models", "list", "--json", "--data", data)).Json["current"]!;
        Assert.NotEqual(first, second);
        Assert.Equal(second, await CurrentAsync());
        var back = (await CommandLine.DoneAsync("models", "rollback", "--json", "--data", data)).Json;
        Assert.Equal((second, first, first), ((string)back["before"]!, (string)back["current"]!, await CurrentAsync()));
        await CommandLine.DoneAsync("models", "promote", second, "--data", data);
        Assert.Equal(second, await CurrentAsync());
        var pruned = (await CommandLine.DoneAsync("models", "prune", "--keep", "1", "--data", data)).Output;
        Assert.Contains("nothing to delete", pruned, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Wrong, (await CommandLine.RunAsync("models", "promote", "20200101-000000000-00000000", "--data", data)).Code);
        Assert.Equal(ExitCode.Wrong, (await CommandLine.RunAsync("models", "show", "the-best", "--data", data)).Code);
    }

    static async Task ExportAsync(string data, string to, string set)
    {
        await CommandLine.DoneAsync("export", to, "--source", "two-tastes", "--data", data);
        static IEnumerable<string> Ratings(string folder) => File.ReadLines(Path.Combine(folder, "ratings.csv")).Skip(1).Select(line => line.Split(',')).Select(cells => $"{cells[0]} {cells[2]} {cells[3]}").Order(StringComparer.Ordinal);
        Assert.Equal(Ratings(set), Ratings(to));
    }

    static IEnumerable<string> Names(System.Text.Json.Nodes.JsonNode board) => board["rows"]!.AsArray().Select(row => (string)row!["name"]!);

    static string? RealSet()
    {
        var folders = new List<string>();
        if (Environment.GetEnvironmentVariable("MATINEE_DATA") is { Length: > 0 } given) folders.AddRange([given, Path.Combine(given, Real)]);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Matinee.slnx"))) folders.Add(Path.Combine(folder.FullName, "..", "shared", "data", Real));
        }

        return folders.Find(folder => File.Exists(Path.Combine(folder, "ratings.csv")) && File.Exists(Path.Combine(folder, "movies.csv")));
    }
}
