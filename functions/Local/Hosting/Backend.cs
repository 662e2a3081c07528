using Azure.Identity;
using Azure.Storage.Blobs;
using Matinee.Azure.Blobs;
using Matinee.Azure.Cosmos;
using Matinee.Core.Blobs;
using Matinee.Local.CosmosGateway;
using Matinee.Local.CosmosGateway.Hosting;
using Microsoft.Extensions.Logging;

namespace Matinee.Local.Hosting;

/// <summary>The stores and blobs of the system, wherever they are: what every command works on.</summary>
sealed class Backend : IDisposable
{
    const string CosmosFolder = "cosmos";
    const string BlobsFolder = "blobs";
    const string BlobContainer = "matinee";

    readonly Gateway? _gateway;

    Backend(Gateway? gateway, CosmosStores stores, IBlobs blobs) => (_gateway, Stores, Blobs) = (gateway, stores, blobs);

    public CosmosStores Stores { get; }

    public IBlobs Blobs { get; }

    /// <exception cref="LocalException">It can't be opened, for a reason that the operator can mend.</exception>
    public static async Task<Backend> OpenAsync(BackendOptions options, TimeProvider clock, ILoggerFactory logs, CancellationToken cancellation)
    {
        Gateway? gateway = null;
        try
        {
            gateway = options.Cosmos is null
                ? Gateway.Open(new() { Folder = Path.Combine(options.Data, CosmosFolder), Clock = clock }, logs.CreateLogger("cosmos"))
                : null;
            var stores = CosmosStores.Open(gateway is null ? AccountOf(options.Cosmos!) : EmbeddedOf(gateway), clock);
            if (gateway is not null) await CosmosSchema.CreateAsync(stores.Client, cancellation: cancellation);
            return new(gateway, stores, await BlobsOfAsync(options, cancellation));
        }
        catch (Exception error) when (error is GatewayException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            gateway?.Dispose();
            throw new LocalException(error.Message, error);
        }
        catch
        {
            gateway?.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Stores.Dispose();
        _gateway?.Dispose();
    }

    static CosmosOptions EmbeddedOf(Gateway gateway)
    {
        var handler = gateway.CreateHandler();
        return new()
        {
            Endpoint = new(Gateway.InProcessEndpoint),
            Key = MasterKey.Emulator,
            HttpClientFactory = () => new HttpClient(handler, disposeHandler: false),
        };
    }

    static CosmosOptions AccountOf(string account)
    {
        var options = CosmosOptions.Parse(account);
        return options.Key is null ? options with { Credential = new DefaultAzureCredential() } : options;
    }

    static async Task<IBlobs> BlobsOfAsync(BackendOptions options, CancellationToken cancellation)
    {
        if (options.Storage is not { } account) return new FolderBlobs(Path.Combine(options.Data, BlobsFolder));
        var credential = account.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? new DefaultAzureCredential() : null;
        BlobContainerClient container = BlobAccount.Connect(account, credential, BlobAccount.Options()).GetBlobContainerClient(BlobContainer);
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        return new AzureBlobs(container);
    }
}
