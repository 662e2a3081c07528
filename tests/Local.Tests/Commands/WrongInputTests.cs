using Matinee.Local.Commands;
using Matinee.Local.CosmosGateway;

namespace Matinee.Local.Tests.Commands;

/// <summary>What the operator gave wrongly: one sentence, code 2, and nothing begun.</summary>
public sealed class WrongInputTests : IDisposable
{
    const string Data = "<data>";

    readonly TemporaryFolder _folder = new(inMemory: true);

    string DataFolder => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("There is no data folder", "train", "--data", Data)]
    [InlineData("There is no data folder", "evaluate", "--data", Data)]
    [InlineData("There is no data folder", "export", "out", "--data", Data)]
    [InlineData("There is no data folder", "models", "list", "--data", Data)]
    [InlineData("There is no data folder", "import", "list", "--data", Data)]
    [InlineData("neither a folder nor a file", "import", "movielens", "/nowhere", "--data", Data)]
    [InlineData("neither a folder nor a file", "evaluate", "--set", "/nowhere")]
    [InlineData("There is no model called guess or luck. There are: popularity,", "evaluate", "--model", "ease,guess,luck", "--data", Data)]
    [InlineData("A Cosmos DB account is given as", "import", "list", "--cosmos", "AccountEndpoint=https://x/;AccountKey=", "--storage", "UseDevelopmentStorage=true")]
    [InlineData("neither a URL nor a connection string", "models", "list", "--storage", "AccountKey=c2VjcmV0")]
    [InlineData("Unrecognized command or argument 'nonsense'", "nonsense")]
    [InlineData("Required argument missing", "models", "promote")]
    public async Task Command_WrongInput_SaysSoInASentenceWithCodeTwo(string expected, params string[] arguments)
    {
        var said = await CommandLine.RunAsync([.. arguments.Select(one => one == Data ? DataFolder : one)]);
        Assert.Equal(ExitCode.Wrong, said.Code);
        Assert.Contains(expected, said.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", said.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter '", said.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said.Errors, StringComparison.Ordinal);
        Assert.Equal("", said.Output.Trim());
    }

    [Fact]
    public async Task Command_StoreTakenBySomebodyElse_SaysWhoAndModelsCanStillBeSeen()
    {
        Directory.CreateDirectory(DataFolder);
        using (Gateway.Open(new() { Folder = Path.Combine(DataFolder, "cosmos") }))
        {
            var said = await CommandLine.RunAsync("train", "--data", DataFolder);
            Assert.Equal(ExitCode.Wrong, said.Code);
            Assert.Contains("is in use by", said.Errors, StringComparison.Ordinal);
            Assert.Contains("There is no model yet", (await CommandLine.DoneAsync("models", "list", "--data", DataFolder)).Output, StringComparison.Ordinal);

            var doctor = await CommandLine.RunAsync("doctor", "--data", DataFolder);
            Assert.Equal(ExitCode.Failed, doctor.Code);
            Assert.Contains(doctor.Output.Split('\n'), line => line.StartsWith("BROKEN", StringComparison.Ordinal) && line.Contains("is in use by", StringComparison.Ordinal));
            Assert.Contains(doctor.Output.Split('\n'), line => line.StartsWith("ok", StringComparison.Ordinal) && line.Contains("blobs", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Command_AskedToStop_EndsWith130()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        var said = await CommandLine.RunAsync(stopped.Token, "import", "movielens", GeneratedSet.Write(_folder), "--data", DataFolder);
        Assert.Equal(ExitCode.Interrupted, said.Code);
        Assert.StartsWith("Stopped.", said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_EmptyStore_TrainsNothingAndSaysWhy()
    {
        Directory.CreateDirectory(DataFolder);
        var said = await CommandLine.DoneAsync("train", "--data", DataFolder);
        Assert.Contains("There is no rating yet", said.Output, StringComparison.Ordinal);
        var evaluated = await CommandLine.RunAsync("evaluate", "--data", DataFolder);
        Assert.Equal(ExitCode.Failed, evaluated.Code);
        Assert.Contains("There are no ratings to compare models on.", evaluated.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_DamagedModel_NamesItAndTheCure()
    {
        var version = "20260131-235959123-8f3a91c2";
        _folder.Write($"data/blobs/models/{version}/model.bin", "no model");
        _folder.Write($"data/blobs/models/{version}/manifest.json", $$"""{"version":"{{version}}","kind":"matinee","bytes":8,"data":{"taken":"2026-01-31T00:00:00Z","ratings":1,"users":1,"movies":1},"seed":"1","gitCommit":"x"}""");
        _folder.Write("data/blobs/models/current.json", $$"""{"history":[{"version":"{{version}}","promoted":"2026-01-31T23:59:59Z"}]}""");
        var said = await CommandLine.RunAsync("doctor", "--json", "--data", DataFolder);
        Assert.Equal(ExitCode.Failed, said.Code);
        var model = said.Json["findings"]!.AsArray().Single(one => (string)one!["check"]! == "model")!;
        Assert.Equal("broken", (string)model["level"]!);
        Assert.Contains("model.bin' is damaged", (string)model["detail"]!, StringComparison.Ordinal);
        Assert.Contains("rollback", (string)model["cure"]!, StringComparison.Ordinal);
    }
}
