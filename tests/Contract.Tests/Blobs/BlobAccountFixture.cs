using Azure.Storage.Blobs;
using Matinee.Azure.Blobs;
using Matinee.Contract.Tests.Blobs;

[assembly: AssemblyFixture(typeof(BlobAccountFixture))]

namespace Matinee.Contract.Tests.Blobs;

/// <summary>
/// The storage account that all tests share: the one that MATINEE_BLOBS names (a connection string, or a URL with a signature), else an
/// Azurite that is started when the first test asks for it. Without either, the test that asks is skipped with the reason.
/// </summary>
public sealed class BlobAccountFixture : IAsyncDisposable
{
    readonly Lazy<Task<(string? Connection, string? Why)>> _account;
    readonly List<BlobContainerClient> _containers = [];
    Azurite? _azurite;

    public BlobAccountFixture() => _account = new(StartAsync);

    public async Task<string> ConnectionAsync()
    {
        var (connection, why) = await _account.Value;
        Assert.SkipWhen(connection is null, $"No blob storage to test against (set MATINEE_BLOBS, or cure this): {why}");
        return connection!;
    }

    /// <summary>A container of one test's own, which is gone after the run.</summary>
    public async Task<AzureBlobs> NewContainerAsync(Action<BlobClientOptions>? change = null) =>
        AzureBlobs.Open(await ConnectionAsync(), (await NewClientAsync()).Name, change: change);

    public async Task<BlobContainerClient> NewClientAsync()
    {
        var account = BlobAccount.Connect(await ConnectionAsync(), null, BlobAccount.Options());
        var container = account.GetBlobContainerClient($"matinee-test-{Guid.NewGuid():N}");
        await container.CreateAsync();
        lock (_containers) _containers.Add(container);
        return container;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var container in _containers) await container.DeleteIfExistsAsync();
        if (_azurite is not null) await _azurite.DisposeAsync();
    }

    async Task<(string? Connection, string? Why)> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("MATINEE_BLOBS") is { Length: > 0 } named) return (named, null);
        var (package, why) = await NpmPackage.InstallAsync("azurite", "3.37.0");
        if (package is null) return (null, why);
        _azurite = await Azurite.StartAsync(package);
        return (_azurite.Connection, null);
    }
}
