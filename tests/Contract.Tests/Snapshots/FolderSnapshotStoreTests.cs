using Matinee.Core.Blobs;

namespace Matinee.Contract.Tests.Snapshots;

public sealed class FolderSnapshotStoreTests : SnapshotStoreContract, IDisposable
{
    readonly List<TemporaryFolder> _folders = [];

    public void Dispose() => _folders.ForEach(folder => folder.Dispose());

    protected override Task<IBlobs> NewBlobsAsync()
    {
        _folders.Add(new());
        return Task.FromResult<IBlobs>(new FolderBlobs(_folders[^1].Path));
    }
}
