using Matinee.Azure.Cosmos;
using Matinee.Core.Blobs;
using Matinee.Core.Import;
using Matinee.Core.Training;
using Matinee.Local.CosmosGateway;

namespace Matinee.Local.Commands;

/// <summary>The stores and blobs that a command works on.</summary>
sealed class OpenStore(Gateway? gateway, CosmosStores stores, IBlobs blobs) : IDisposable
{
    public CosmosStores Stores => stores;

    public IBlobs Blobs => blobs;

    public SnapshotStore Snapshots { get; } = new(blobs, stores.RatingChanges, new(), TimeProvider.System);

    public BulkImport Import => new(stores.Movies, stores.Reviews, stores.HotMovies, Snapshots, blobs, TimeProvider.System);

    public void Dispose()
    {
        stores.Dispose();
        gateway?.Dispose();
    }
}
