using System.Net.Http.Headers;
using Matinee.Azure.Cosmos;
using Matinee.Core.Catalog;
using Matinee.Local.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Faults.Tests.Support;

/// <summary>A real local host in this process, with viewers and films, and a line to its store that a test can spoil.</summary>
sealed class FaultHost : IAsyncDisposable
{
    const int ViewerCount = 4;

    /// <summary>After so long the store is given up.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    readonly TemporaryFolder _folder;
    readonly LocalHost _host;

    FaultHost(TemporaryFolder folder, LocalHost host, FaultyStore line) => (_folder, _host, Line) = (folder, host, line);

    public FaultyStore Line { get; }

    public IServiceProvider Services => _host.Services;

    public CosmosStores Stores => Services.GetRequiredService<CosmosStores>();

    public IReadOnlyList<Viewer> Viewers { get; private set; } = [];

    public static async Task<FaultHost> StartAsync(Action<IServiceCollection>? services = null, TimeProvider? clock = null, TimeSpan? deadline = null)
    {
        var (folder, line) = (new TemporaryFolder(), new FaultyStore());
        var host = await LocalHost.StartAsync(
            new()
            {
                Port = 0, NoTrain = true, OperatorKey = "key", Clock = clock ?? TimeProvider.System,
                Backend = new() { Data = folder.Path, Between = line.Around, Deadline = deadline ?? Deadline },
            },
            change: services);
        var started = new FaultHost(folder, host, line);
        started.Viewers = await DataFolder.FillAsync(started.Stores, ViewerCount, clock);
        await started.Services.GetRequiredService<Catalogue>().RefreshAsync();
        return started;
    }

    public HttpClient Client(Viewer? viewer = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new(_host.Address, "/api/v1/"), Timeout = TimeSpan.FromSeconds(30) };
        if (viewer is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", viewer.Token);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        Line.End();
        await _host.DisposeAsync();
        Line.Dispose();
        _folder.Dispose();
    }
}
