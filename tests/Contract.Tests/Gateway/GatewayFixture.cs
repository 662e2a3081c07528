using Matinee.Local.CosmosGateway;
using Matinee.Local.CosmosGateway.Hosting;
using Microsoft.Azure.Cosmos;

namespace Matinee.Contract.Tests.Gateway;

/// <summary>A gateway over a folder of its own, and clients that talk to it in one of the two ways.</summary>
public sealed class GatewayFixture : IAsyncDisposable
{
    readonly bool _overHttp;
    readonly GatewayOptions _options;
    readonly List<CosmosClient> _clients = [];
    Local.CosmosGateway.Gateway _gateway = null!;
    HttpMessageHandler? _handler;
    GatewayServer? _server;

    GatewayFixture(bool overHttp, GatewayOptions options) => (_overHttp, _options) = (overHttp, options);

    public TemporaryFolder Folder { get; private init; } = null!;

    public TestClock Clock { get; private init; } = null!;

    internal Local.CosmosGateway.Gateway Gateway => _gateway;

    public Uri Endpoint => _server?.Endpoint ?? new Uri(Local.CosmosGateway.Gateway.InProcessEndpoint);

    public static async Task<GatewayFixture> StartAsync(bool overHttp = false, Func<GatewayOptions, GatewayOptions>? change = null)
    {
        var folder = new TemporaryFolder();
        var clock = new TestClock();
        var options = new GatewayOptions { Folder = folder.Path, Clock = clock };
        var fixture = new GatewayFixture(overHttp, change?.Invoke(options) ?? options) { Folder = folder, Clock = clock };
        await fixture.OpenAsync();
        return fixture;
    }

    public CosmosClient NewClient(Action<CosmosClientOptions>? change = null)
    {
        var options = new CosmosClientOptions
        {
            ConnectionMode = ConnectionMode.Gateway,
            LimitToEndpoint = true,
            UseSystemTextJsonSerializerWithOptions = Documents.Json,
        };
        if (_handler is { } handler) options.HttpClientFactory = () => new HttpClient(handler, disposeHandler: false);
        change?.Invoke(options);
        var client = new CosmosClient(Endpoint.ToString(), MasterKey.Emulator, options);
        _clients.Add(client);
        return client;
    }

    /// <summary>An own container for a test, in a database that all share.</summary>
    public async Task<Container> NewContainerAsync(string path = "/userId", int? ttl = null, CosmosClient? client = null)
    {
        Database database = await (client ?? NewClient()).CreateDatabaseIfNotExistsAsync("movies");
        return await database.CreateContainerAsync(new ContainerProperties("c" + Guid.NewGuid().ToString("N"), path) { DefaultTimeToLive = ttl });
    }

    /// <summary>Closes everything and opens the folder again.</summary>
    public async Task RestartAsync(Action? whileClosed = null)
    {
        await CloseAsync();
        whileClosed?.Invoke();
        await OpenAsync();
    }

    public HttpClient NewHttpClient() =>
        _handler is { } handler ? new HttpClient(handler, disposeHandler: false) { BaseAddress = Endpoint } : new HttpClient { BaseAddress = Endpoint };

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Folder.Dispose();
    }

    async Task OpenAsync()
    {
        _gateway = Local.CosmosGateway.Gateway.Open(_options);
        if (_overHttp) _server = await GatewayServer.StartAsync(_gateway, 0);
        else _handler = _gateway.CreateHandler();
    }

    async Task CloseAsync()
    {
        foreach (var client in _clients) client.Dispose();
        _clients.Clear();
        if (_server is not null) await _server.DisposeAsync();
        _server = null;
        _handler?.Dispose();
        _gateway.Dispose();
    }
}
