using System.Net.Http.Headers;
using Matinee.Azure.Cosmos;
using Matinee.Core.Catalog;
using Matinee.Local.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Matinee.Faults.Tests.Support;

/// <summary>A real local host in this process, with viewers and films, and a line to its store that a test can spoil.</summary>
sealed class FaultHost : IAsyncDisposable
{
    const int ViewerCount = 4;

    /// <summary>After so long the store is given up.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    readonly TemporaryFolder _folder;
    readonly LocalHost _host;

    readonly LogWatch _watch;

    FaultHost(TemporaryFolder folder, LocalHost host, FaultyStore line, LogWatch watch) => (_folder, _host, Line, _watch) = (folder, host, line, watch);

    public FaultyStore Line { get; }

    public IServiceProvider Services => _host.Services;

    public CosmosStores Stores => Services.GetRequiredService<CosmosStores>();

    public IReadOnlyList<Viewer> Viewers { get; private set; } = [];

    public static async Task<FaultHost> StartAsync(Action<IServiceCollection>? services = null, TimeProvider? clock = null, TimeSpan? deadline = null)
    {
        var (folder, line, watch) = (new TemporaryFolder(), new FaultyStore(), new LogWatch());
        var host = await LocalHost.StartAsync(
            new()
            {
                Port = 0, NoTrain = true, OperatorKey = "key", Clock = clock ?? TimeProvider.System,
                Backend = new() { Data = folder.Path, Between = line.Around, Deadline = deadline ?? Deadline },
            },
            log => log.SetMinimumLevel(LogLevel.Debug).AddProvider(watch),
            services);
        var started = new FaultHost(folder, host, line, watch);
        started.Viewers = await DataFolder.FillAsync(started.Stores, ViewerCount, clock);
        await started.Services.GetRequiredService<Catalogue>().RefreshAsync();
        return started;
    }

    public HttpClient Client(Viewer? viewer = null)
    {
        _watch.Keep(viewer?.Token);
        var client = new HttpClient(_watch.Around(new SocketsHttpHandler { UseCookies = false })) { BaseAddress = new(_host.Address, "/api/v1/"), Timeout = TimeSpan.FromSeconds(30) };
        if (viewer is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", viewer.Token);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        Line.End();
        await _host.DisposeAsync();
        Line.Dispose();
        _folder.Dispose();
        _watch.Verify();
    }
}
