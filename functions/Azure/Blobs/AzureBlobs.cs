using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Matinee.Core.Blobs;

namespace Matinee.Azure.Blobs;

/// <summary>Blobs in a container of Azure Blob Storage, whose ETags are the tags.</summary>
public sealed class AzureBlobs(BlobContainerClient container) : IBlobs
{
    const int ReadAheadBytes = 4 << 20;
    const int BlockBytes = 4 << 20;
    const int NotModified = 304;
    const int NotFound = 404;

    /// <summary>Opens a container, which must be there: infrastructure makes it, not code.</summary>
    /// <param name="account">A connection string, or the URL of the account (with a signature, or with <paramref name="credential"/>).</param>
    /// <param name="containerName">The container.</param>
    /// <param name="credential">Who asks, where the account is a plain URL.</param>
    /// <param name="change">Changes the client's options.</param>
    public static AzureBlobs Open(
        string account, string containerName, TokenCredential? credential = null, Action<BlobClientOptions>? change = null)
    {
        var options = BlobAccount.Options();
        change?.Invoke(options);
        return new(BlobAccount.Connect(account, credential, options).GetBlobContainerClient(containerName));
    }

    /// <inheritdoc/>
    public async Task<BlobRead> ReadAsync(string name, string? knownTag = null, CancellationToken cancellation = default)
    {
        var conditions = new BlobRequestConditions { IfNoneMatch = knownTag is null ? null : new ETag(knownTag) };
        try
        {
            var response = await Blob(name).DownloadStreamingAsync(new() { Conditions = conditions }, cancellation);
            // "Not modified" is no exception here but a response without a value, and the SDK's downloads to a file make an empty one of it.
            if (response.GetRawResponse().Status == NotModified) return BlobRead.NotChanged;
            using var download = response.Value;
            var length = download.Details.ContentLength;
            if (length > IBlobs.MaxSmallBytes) throw BlobLimits.TooLarge(name, length);
            var content = new byte[length];
            await download.Content.ReadExactlyAsync(content, cancellation);
            return BlobRead.Found(content, Tag(download.Details.ETag));
        }
        catch (RequestFailedException error) when (IsMissing(error))
        {
            return BlobRead.Missing;
        }
    }

    /// <inheritdoc/>
    public async Task<string> WriteAsync(
        string name, ReadOnlyMemory<byte> content, string? expectedTag, CancellationToken cancellation = default)
    {
        if (content.Length > IBlobs.MaxSmallBytes) throw BlobLimits.TooLarge(name, content.Length);
        await using var upload = new BlockUpload(Blob(name), Math.Max(1, content.Length), cancellation);
        await upload.WriteAsync(content, cancellation);
        return await upload.CommitAsync(expectedTag);
    }

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(string name, CancellationToken cancellation = default)
    {
        try
        {
            // Every range is asked for with the first one's ETag: a blob that is replaced meanwhile is an error, never a mixture.
            return await Blob(name).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { BufferSize = ReadAheadBytes }, cancellation);
        }
        catch (RequestFailedException error) when (IsMissing(error))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task UploadAsync(string name, Func<Stream, Task> write, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        await using var upload = new BlockUpload(Blob(name), BlockBytes, cancellation);
        await write(upload);
        await upload.CommitAsync(null);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobEntry> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var blob in container.GetBlobsAsync(prefix: prefix, cancellationToken: cancellation))
            yield return new(blob.Name, blob.Properties.ContentLength ?? 0, blob.Properties.LastModified ?? default);
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(string name, CancellationToken cancellation = default)
    {
        try
        {
            return await Blob(name).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
        }
        catch (RequestFailedException error) when (IsMissing(error))
        {
            return false;
        }
    }

    /// <summary>Nothing to do: the service itself removes blocks that were never committed, after a week.</summary>
    public Task SweepAsync(DateTimeOffset before, CancellationToken cancellation = default) => Task.CompletedTask;

    // A missing container is not a missing blob: that is a deployment gone wrong, and must not look like an empty store.
    static bool IsMissing(RequestFailedException error) => error.Status == NotFound && error.ErrorCode != BlobErrorCode.ContainerNotFound;

    // Without the quotes: the SDK keeps them in some answers and drops them in others.
    internal static string Tag(ETag tag) => tag.ToString("G").Trim('"');

    BlockBlobClient Blob(string name) => container.GetBlockBlobClient(BlobName.Require(name));
}
