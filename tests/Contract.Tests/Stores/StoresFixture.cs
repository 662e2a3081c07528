using Matinee.Azure.Cosmos;
using Matinee.Contract.Tests.Gateway;
using Matinee.Local.CosmosGateway.Hosting;
using Matinee.Local.CosmosGateway.Journal;

namespace Matinee.Contract.Tests.Stores;

public sealed class StoresInProcess() : GatewayStores(overHttp: false);

public sealed class StoresOverHttp() : GatewayStores(overHttp: true);

/// <summary>A database with all containers, somewhere.</summary>
public abstract class StoresFixture : IAsyncLifetime
{
    public CosmosStores Stores { get; protected set; } = null!;

    /// <summary>The clock of stores and account; null where an account has its own.</summary>
    public TestClock? Clock { get; protected set; }

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();
}

/// <summary>On a gateway with a folder of its own.</summary>
public abstract class GatewayStores(bool overHttp) : StoresFixture
{
    readonly List<CosmosStores> _opened = [];
    GatewayFixture _gateway = null!;

    public override async ValueTask InitializeAsync()
    {
        _gateway = await GatewayFixture.StartAsync(overHttp, options => options with { Commit = CommitMode.Import });
        Clock = _gateway.Clock;
        Stores = Open();
        await CosmosSchema.CreateAsync(Stores.Client);
    }

    /// <summary>One more client, with a handler of the test's own between it and the gateway.</summary>
    public CosmosStores Open(Func<HttpMessageHandler, HttpMessageHandler>? between = null, TimeSpan? deadline = null)
    {
        HttpMessageHandler handler = overHttp ? new SocketsHttpHandler() : _gateway.Gateway.CreateHandler();
        handler = between?.Invoke(handler) ?? handler;
        var options = new CosmosOptions
        {
            Endpoint = _gateway.Endpoint,
            Key = MasterKey.Emulator,
            HttpClientFactory = () => new HttpClient(handler, disposeHandler: false),
            Deadline = deadline ?? TimeSpan.FromSeconds(20),
        };
        var stores = CosmosStores.Open(options, _gateway.Clock);
        _opened.Add(stores);
        return stores;
    }

    /// <summary>Closes all clients and the gateway, and opens the folder again.</summary>
    public async Task RestartAsync()
    {
        foreach (var stores in _opened) stores.Dispose();
        _opened.Clear();
        await _gateway.RestartAsync();
        Stores = Open();
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var stores in _opened) stores.Dispose();
        await _gateway.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>On the account that MATINEE_COSMOS names with its key, in a database that goes again.</summary>
public sealed class StoresOnAccount : StoresFixture
{
    public const string Variable = "MATINEE_COSMOS";

    public override async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } text) return;
        var options = CosmosOptions.Parse(text) with { Database = "matinee-" + Guid.NewGuid().ToString("N"), Deadline = TimeSpan.FromMinutes(1) };
        Stores = CosmosStores.Open(options, TimeProvider.System);
        await CosmosSchema.CreateAsync(Stores.Client, options.Database);
    }

    public override async ValueTask DisposeAsync()
    {
        if (Stores is null) return;
        await Stores.Database.DeleteAsync();
        Stores.Dispose();
    }
}
