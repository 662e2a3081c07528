using Matinee.Contract.Tests.Blobs;
using Matinee.Core.Blobs;

namespace Matinee.Contract.Tests.Models;

public sealed class AzureModelStoreTests(BlobAccountFixture account) : ModelStoreContract
{
    protected override async Task<IBlobs> NewBlobsAsync() => await account.NewContainerAsync();
}
