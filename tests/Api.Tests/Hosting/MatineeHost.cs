using System.Net.Http.Headers;
using Matinee.Azure.Cosmos;
using Matinee.Core.Catalog;
using Matinee.Local.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Matinee.Api.Tests.Hosting;

/// <summary>A real local host over a folder of its own: the real SDK, the real gateway, asked over HTTP.</summary>
public sealed class MatineeHost : IAsyncDisposable
{
    public const string OperatorKey = "the-operator's-key-of-the-tests";

    readonly DirectoryInfo _folder;
    readonly LocalHost _host;

    readonly LogWatch _watch;

    MatineeHost(DirectoryInfo folder, LocalHost host, TestClock clock, LogWatch watch) => (_folder, _host, Clock, _watch) = (folder, host, clock, watch);

    /// <summary>What the host goes by; it stands still until a test moves it.</summary>
    public TestClock Clock { get; }

    public IServiceProvider Services => _host.Services;

    public CosmosStores Stores => Services.GetRequiredService<CosmosStores>();

    internal static async Task<MatineeHost> StartAsync(Func<ServeOptions, ServeOptions>? change = null, Action<IServiceCollection>? services = null)
    {
        var folder = Directory.CreateTempSubdirectory("matinee-api-");
        var clock = new TestClock();
        var options = new ServeOptions
        {
            Port = 0, NoTrain = true, OperatorKey = OperatorKey, Clock = clock, Backend = new() { Data = folder.FullName },
        };
        var watch = new LogWatch();
        watch.Keep(OperatorKey);
        return new(folder, await LocalHost.StartAsync(change?.Invoke(options) ?? options, log => log.SetMinimumLevel(LogLevel.Debug).AddProvider(watch), services), clock, watch);
    }

    /// <summary>Puts films into the catalogue, there at once.</summary>
    public async Task SaveAsync(params Movie[] movies)
    {
        await Stores.Movies.SaveAsync(movies);
        await Services.GetRequiredService<Catalogue>().RefreshAsync();
    }

    /// <summary>A client that is nobody yet; give it a token to be someone.</summary>
    public HttpClient NewClient(string? token = null)
    {
        _watch.Keep(token);
        var client = new HttpClient(_watch.Around(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }))
        {
            BaseAddress = new(_host.Address, "/api/v1/"),
            Timeout = TimeSpan.FromSeconds(30),
        };
        if (token is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
        _watch.Verify();
    }
}
