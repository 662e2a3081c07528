using Matinee.Core.Blobs;

namespace Matinee.Contract.Tests.Models;

public sealed class FolderModelStoreTests : ModelStoreContract, IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override Task<IBlobs> NewBlobsAsync() => Task.FromResult<IBlobs>(new FolderBlobs(_folder.Path));
}
