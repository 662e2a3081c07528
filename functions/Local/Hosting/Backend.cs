using Azure;
using Azure.Identity;
using Matinee.Azure;
using Matinee.Azure.Blobs;
using Matinee.Azure.Cosmos;
using Matinee.Core;
using Matinee.Core.Blobs;
using Matinee.Core.Import;
using Matinee.Core.Stores;
using Matinee.Core.Training;
using Matinee.Local.CosmosGateway;
using Matinee.Local.CosmosGateway.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Matinee.Local.Hosting;

/// <summary>The stores and blobs of the system, wherever they are: what every command works on.</summary>
sealed class Backend : IDisposable
{
    const string CosmosFolder = "cosmos";
    const string BlobsFolder = "blobs";
    const string BlobContainer = "matinee";

    readonly Gateway? _gateway;
    readonly TimeProvider _clock;

    Backend(Gateway? gateway, CosmosStores stores, IBlobs blobs, TimeProvider clock)
    {
        (_gateway, Stores, Blobs, _clock) = (gateway, stores, blobs, clock);
        Snapshots = new(blobs, stores.RatingChanges, new(), clock);
    }

    public CosmosStores Stores { get; }

    public IBlobs Blobs { get; }

    public SnapshotStore Snapshots { get; }

    public BulkImport Import => new(Stores.Movies, Stores.Reviews, Stores.HotMovies, Snapshots, Blobs, _clock);

    /// <exception cref="LocalException">It can't be opened, for a reason that the operator can mend.</exception>
    public static async Task<Backend> OpenAsync(BackendOptions options, TimeProvider clock, ILoggerFactory logs, CancellationToken cancellation)
    {
        Gateway? gateway = null;
        CosmosStores? stores = null;
        if (File.Exists(options.Data)) throw new LocalException($"The data folder {options.Data} is a file. Name a folder with --data.");
        try
        {
            gateway = options.Cosmos is null
                ? Gateway.Open(new() { Folder = Path.Combine(options.Data, CosmosFolder), Clock = clock }, logs.CreateLogger("cosmos"))
                : null;
            var account = gateway is null ? AccountOf(options.Cosmos!) : EmbeddedOf(gateway, options.Between);
            stores = CosmosStores.Open(options.Deadline is { } deadline ? account with { Deadline = deadline } : account, clock);
            if (gateway is not null) await CosmosSchema.CreateAsync(stores.Client, cancellation: cancellation);
            return new(gateway, stores, await OpenBlobsAsync(options, cancellation), clock);
        }
        catch (Exception error)
        {
            stores?.Dispose();
            gateway?.Dispose();
            if (error is IOException or UnauthorizedAccessException)
                throw new LocalException($"The data folder {options.Data} can't be used: {ErrorText.Of(error)} See to its rights, or name another with --data.", error);
            if (options.Cosmos is not null && error is ArgumentException or FormatException)
                throw new LocalException($"{ErrorText.Of(error)} Check what --cosmos says.", error);
            if (error is GatewayException or ArgumentException or FormatException)
                throw new LocalException(ErrorText.Of(error), error);
            throw;
        }
    }

    /// <summary>Sees that an account of somewhere else answers: better at the start than in every request.</summary>
    /// <exception cref="LocalException">It does not.</exception>
    public async Task RequireStoreAsync(BackendOptions options, CancellationToken cancellation)
    {
        if (options.Cosmos is null) return;
        try
        {
            await Stores.ViewerMarks.FindAsync("health", cancellation);
        }
        catch (StoreException error)
        {
            throw new LocalException($"The Cosmos DB account {Stores.Client.Endpoint} can't be used: {error.Message} Check what --cosmos says.", error);
        }
    }

    /// <summary>Opens the blobs alone, which many processes can at a time, also while the store is served.</summary>
    /// <exception cref="LocalException">They can't be opened, for a reason that the operator can mend.</exception>
    public static async Task<IBlobs> OpenBlobsAsync(BackendOptions options, CancellationToken cancellation)
    {
        if (options.Storage is not { } account) return new FolderBlobs(Path.Combine(options.Data, BlobsFolder));
        try
        {
            var credential = account.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? new DefaultAzureCredential() : null;
            var container = BlobAccount.Connect(account, credential, BlobAccount.Options()).GetBlobContainerClient(BlobContainer);
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            return new AzureBlobs(container);
        }
        catch (Exception error) when (error is AggregateException or RequestFailedException { Status: 0 })
        {
            // What the SDK throws when the last of its tries has failed.
            throw new LocalException($"The storage account can't be reached: {ErrorText.Of(error)} Check what --storage says.", error);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or RequestFailedException or AuthenticationFailedException)
        {
            throw new LocalException($"The storage account can't be used: {ErrorText.Of(error)} Check what --storage says.", error);
        }
    }

    /// <summary>The product's rules over it, for a command; nothing runs in the background.</summary>
    public ServiceProvider CreateServices(ILoggerFactory logs) =>
        new ServiceCollection()
            .AddSingleton(_clock)
            .AddSingleton(logs)
            .AddLogging()
            .AddStores(Stores, Blobs)
            .AddMatinee()
            .BuildServiceProvider();

    public void Dispose()
    {
        Stores.Dispose();
        _gateway?.Dispose();
    }

    static CosmosOptions EmbeddedOf(Gateway gateway, Func<HttpMessageHandler, HttpMessageHandler>? between)
    {
        var handler = gateway.CreateHandler();
        if (between is not null) handler = between(handler);
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
}
