using System.Diagnostics;
using System.Globalization;
using Matinee.Core.Catalog;
using Matinee.Core.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Matinee.Faults.Tests.Support;

/// <summary>A data folder with a model in service, and processes that serve it and can be told to train.</summary>
sealed class TrainedFolder(string path)
{
    const string Key = "the operator of the faults";
    const string LeaseBlob = "blobs/models/run.json";
    const int BulkFilms = 500;

    // Quick ones: what is asked about is what becomes of a run that is cut, not how good it is.
    static readonly Dictionary<string, string> s_settings = new() { ["TRAINING_CANDIDATES"] = "ease,baseline", ["TRAINING_BUDGET_MINUTES"] = "1", ["TRAINING_FRESH_DAYS"] = "0" };

    // Its budget is a minute for each of the two questions, and the machine may be busy.
    static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    /// <summary>How long a retraining takes that nobody cuts.</summary>
    public TimeSpan Training { get; private set; }

    string LeasePath => Path.Combine(path, LeaseBlob);

    public MatineeProcess Serve() => MatineeProcess.ServeAs(s_settings, path, "--operator-key", Key);

    /// <summary>Films, some of which viewers rate, people who are only trained on, and the first model of them.</summary>
    public async Task FillAsync(int people, int films)
    {
        using (var backend = await DataFolder.OpenAsync(path))
        {
            var more = Enumerable.Range(DataFolder.Films + 1, Math.Max(0, films - DataFolder.Films));
            foreach (var some in more.Chunk(BulkFilms))
                await backend.Stores.Movies.SaveAsync([.. some.Select(static id => new Movie { Id = id, Title = string.Create(CultureInfo.InvariantCulture, $"Film {id}"), Year = 1950 + id % 70 })]);
            // Without counts: those are the viewers' alone, and can be counted again.
            await SmallCommunity.ImportAsync(backend.Snapshots, 1, people, films);
        }

        await using var process = Serve();
        Training = await TrainAsync(process);
        process.Terminate();
        await process.EndAsync();
    }

    /// <summary>Begins a retraining, as if the lease of one that was cut had run out.</summary>
    public async Task BeginAsync(MatineeProcess process) => await BeginRunAsync(process);

    /// <summary>Trains, and sees that it comes to its end.</summary>
    public async Task<TimeSpan> TrainAsync(MatineeProcess process)
    {
        var (watch, run) = (Stopwatch.StartNew(), await BeginRunAsync(process));
        using var client = await OperatorAsync(process);
        var outcome = "";
        await Patience.UntilAsync(async () => (outcome = (string)(await client.JsonAsync(run))["outcome"]!) != "running", "the retraining has ended", s_patience);
        Assert.True(outcome is "promoted" or "kept", $"{outcome}: {(await client.JsonAsync(run)).ToJsonString()}");
        return watch.Elapsed;
    }

    /// <summary>Every model, the snapshot and the pointer can be read, to the last checksum; gives how many models there are.</summary>
    public async Task<int> ReadAllAsync()
    {
        using var backend = await DataFolder.OpenAsync(path);
        await using var services = backend.CreateServices(NullLoggerFactory.Instance);
        var models = services.GetRequiredService<IModelStore>();
        var all = await models.ListAsync();
        foreach (var version in all) ServedModel.Read(await models.OpenAsync(version));
        Assert.Contains((await models.CurrentAsync())!.Version, all);
        Assert.True((await backend.Snapshots.OpenAsync())!.Count > 0);
        return all.Count;
    }

    async Task<string> BeginRunAsync(MatineeProcess process)
    {
        if (File.Exists(LeasePath)) File.Delete(LeasePath);
        using var client = await OperatorAsync(process);
        using var begun = await client.PostAsync("operations/retrain?force=true", null);
        Assert.True((int)begun.StatusCode == 202, $"{(int)begun.StatusCode} {await begun.Content.ReadAsStringAsync()}");
        return begun.Headers.Location!.ToString()["/api/v1/".Length..];
    }

    static async Task<HttpClient> OperatorAsync(MatineeProcess process)
    {
        var client = await process.ClientAsync();
        client.DefaultRequestHeaders.Add("x-functions-key", Key);
        return client;
    }
}
