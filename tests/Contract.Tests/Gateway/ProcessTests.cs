using System.Diagnostics;
using Matinee.Local.CosmosGateway;
using Matinee.Local.CosmosGateway.Hosting;
using Microsoft.Azure.Cosmos;

namespace Matinee.Contract.Tests.Gateway;

/// <summary>The program as operators run it, in processes of its own.</summary>
public sealed class ProcessTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly List<Process> _processes = [];

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task Serve_FolderInUse_IsRefusedAndNamesTheOther()
    {
        var (first, _) = await ServeAsync();

        var error = Assert.Throws<GatewayException>(() => Local.CosmosGateway.Gateway.Open(new() { Folder = _folder.Path }));
        var second = Start("cosmos", "--port", "0", "--data", _folder.Path);
        await second.WaitForExitAsync();

        Assert.Contains($"process {first.Id}", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, second.ExitCode);
        Assert.Contains($"process {first.Id}", await second.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_KilledWhileWriting_KeepsEveryAcknowledgedItem()
    {
        var acknowledged = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            var (process, endpoint) = await ServeAsync();
            using var client = NewClient(endpoint);
            Database database = await client.CreateDatabaseIfNotExistsAsync("movies");
            Container container = await database.CreateContainerIfNotExistsAsync("ratings", "/userId");
            foreach (var id in acknowledged) await container.ReadItemAsync<RatingDocument>(id, new PartitionKey("1"));
            Assert.Equal(await CountAsync(container) - acknowledged.Count, await UnacknowledgedAsync(container, acknowledged));

            var next = round * 100_000;
            var writers = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
            {
                while (true)
                {
                    var id = Interlocked.Increment(ref next).ToString();
                    try
                    {
                        await container.CreateItemAsync(Documents.Rating("1", id), new PartitionKey("1"));
                    }
                    catch (Exception error) when (error is CosmosException or HttpRequestException or OperationCanceledException)
                    {
                        return;
                    }

                    lock (acknowledged) acknowledged.Add(id);
                    if (id.EndsWith("300", StringComparison.Ordinal) && !process.HasExited) process.Kill();
                }
            })).ToList();
            await Task.WhenAll(writers);
            await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(5)).Token);
        }

        Assert.True(acknowledged.Count > 600);
    }

    [Fact]
    public async Task Serve_AskedToEnd_ClosesInOrder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that asks a process to end.");
        var (process, endpoint) = await ServeAsync();
        using var client = NewClient(endpoint);
        await client.CreateDatabaseAsync("movies");

        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString()]);
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(10)).Token);

        Assert.Equal(0, process.ExitCode);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "gateway.pid")));
    }

    [Fact]
    public async Task Serve_AnotherKey_IsRefusedWith401()
    {
        var (_, endpoint) = await ServeAsync("--key", Convert.ToBase64String(new byte[64]));
        using var client = NewClient(endpoint);

        var error = await Assert.ThrowsAsync<CosmosException>(() => client.CreateDatabaseAsync("movies"));

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, error.StatusCode);
    }

    [Fact]
    public async Task Repair_DamagedJournal_KeepsTheRestAndPutsTheFileAside()
    {
        var ids = Enumerable.Range(0, 10).Select(i => i.ToString()).ToList();
        using (var gateway = Local.CosmosGateway.Gateway.Open(new() { Folder = _folder.Path }))
        {
            using var handler = gateway.CreateHandler();
            using var client = NewClient(Local.CosmosGateway.Gateway.InProcessEndpoint, handler);
            Database database = await client.CreateDatabaseAsync("movies");
            Container container = await database.CreateContainerAsync("ratings", "/userId");
            foreach (var id in ids) await container.CreateItemAsync(Documents.Rating("1", id), new PartitionKey("1"));
        }

        var journal = _folder.Journal();
        var bytes = await File.ReadAllBytesAsync(journal);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(journal, bytes);
        var refused = Start("cosmos", "--port", "0", "--data", _folder.Path);
        await refused.WaitForExitAsync();
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(journal, await refused.StandardError.ReadToEndAsync(), StringComparison.Ordinal);

        var repair = Start("cosmos", "repair", "--data", _folder.Path);
        await repair.WaitForExitAsync();
        var said = await repair.StandardOutput.ReadToEndAsync();

        Assert.Equal(0, repair.ExitCode);
        Assert.Contains("could not be read and are lost", said, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(journal + ".damaged"));
        using var again = Local.CosmosGateway.Gateway.Open(new() { Folder = _folder.Path });
        Assert.Equal(9, again.Account.Find("movies")!.Find("ratings")!.Container.Count);
    }

    static async Task<int> CountAsync(Container container)
    {
        using var iterator = container.GetItemQueryIterator<int>("SELECT VALUE COUNT(1) FROM c");
        return (await iterator.ReadNextAsync()).Single();
    }

    /// <summary>What was written and never answered may be there or not.</summary>
    static async Task<int> UnacknowledgedAsync(Container container, List<string> acknowledged)
    {
        using var iterator = container.GetItemQueryIterator<string>("SELECT VALUE c.id FROM c", requestOptions: new() { MaxItemCount = 100_000 });
        return (await iterator.ReadNextAsync()).Except(acknowledged).Count();
    }

    async Task<(Process Process, string Endpoint)> ServeAsync(params string[] more)
    {
        var process = Start(["cosmos", "--port", "0", "--data", _folder.Path, .. more]);
        const string Ready = "Cosmos gateway ready at ";
        var line = await process.StandardOutput.ReadLineAsync();
        Assert.StartsWith(Ready, line, StringComparison.Ordinal);
        return (process, line![Ready.Length..]);
    }

    Process Start(params string[] arguments)
    {
        var program = Path.ChangeExtension(typeof(Local.CosmosGateway.Gateway).Assembly.Location, ".dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _processes.Add(process);
        return process;
    }

    static CosmosClient NewClient(string endpoint, HttpMessageHandler? handler = null) => new(endpoint, MasterKey.Emulator, new()
    {
        ConnectionMode = ConnectionMode.Gateway,
        LimitToEndpoint = true,
        UseSystemTextJsonSerializerWithOptions = Documents.Json,
        HttpClientFactory = handler is null ? null : () => new HttpClient(handler, disposeHandler: false),
        MaxRetryAttemptsOnRateLimitedRequests = 0,
        RequestTimeout = TimeSpan.FromSeconds(2),
    });
}
