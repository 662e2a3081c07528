using System.CommandLine;
using Matinee.Azure.Blobs;
using Matinee.Azure.Cosmos;
using Matinee.Core.Blobs;
using Matinee.Local.CosmosGateway;
using Matinee.Local.CosmosGateway.Hosting;

namespace Matinee.Local.Commands;

/// <summary>Where the data are: a folder, or accounts in Azure.</summary>
sealed class StoreArguments
{
    const string DefaultData = ".matinee";
    const string CosmosFolder = "cosmos";
    const string BlobsFolder = "blobs";
    const string BlobContainer = "matinee";

    readonly Option<string> _data = new("--data") { Description = "The folder of Matinee's data.", DefaultValueFactory = _ => DefaultData };
    readonly Option<string?> _cosmos = new("--cosmos") { Description = "A Cosmos DB account (connection string) in place of the folder's store." };
    readonly Option<string?> _storage = new("--storage") { Description = "A storage account (connection string) in place of the folder's blobs." };

    public void AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_cosmos);
        command.Add(_storage);
    }

    /// <summary>Opens what the command line names.</summary>
    public async Task<OpenStore> OpenAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var data = parsed.GetRequiredValue(_data);
        var gateway = parsed.GetValue(_cosmos) is null ? Gateway.Open(new() { Folder = Path.Combine(data, CosmosFolder) }) : null;
        try
        {
            var stores = CosmosStores.Open(gateway is null ? CosmosOptions.Parse(parsed.GetValue(_cosmos)!) : EmbeddedOf(gateway), TimeProvider.System);
            if (gateway is not null) await CosmosSchema.CreateAsync(stores.Client, cancellation: cancellation);
            IBlobs blobs = parsed.GetValue(_storage) is { } account
                ? AzureBlobs.Open(account, BlobContainer)
                : new FolderBlobs(Path.Combine(data, BlobsFolder));
            return new(gateway, stores, blobs);
        }
        catch
        {
            gateway?.Dispose();
            throw;
        }
    }

    static CosmosOptions EmbeddedOf(Gateway gateway)
    {
        var handler = gateway.CreateHandler();
        return new()
        {
            Endpoint = new(Gateway.InProcessEndpoint),
            Key = MasterKey.Emulator,
            HttpClientFactory = () => new HttpClient(handler, disposeHandler: false),
            // Many writes at once wait for one disk.
            Deadline = TimeSpan.FromMinutes(1),
        };
    }
}
