using Matinee.Contract.Tests.Blobs;
using Matinee.Core.Blobs;

namespace Matinee.Contract.Tests.Snapshots;

public sealed class AzureSnapshotStoreTests(BlobAccountFixture account) : SnapshotStoreContract
{
    protected override async Task<IBlobs> NewBlobsAsync() => await account.NewContainerAsync();
}
