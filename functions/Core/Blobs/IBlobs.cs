namespace Matinee.Core.Blobs;

/// <summary>
/// A tree of named blobs, in a folder or in Azure: large ones that never change once they are there, and small ones that are
/// replaced only by who knows what they replace.
/// </summary>
/// <remarks>A blob is there whole or not at all, whatever is cut, killed or lost on the way. For names see <see cref="BlobName"/>.</remarks>
public interface IBlobs
{
    /// <summary>The most bytes of a small blob.</summary>
    const int MaxSmallBytes = 1 << 20;

    /// <summary>Reads a small blob whole, unless it is still the one that the caller knows.</summary>
    /// <param name="name">The blob.</param>
    /// <param name="knownTag">The tag of what the caller has already; null where that is nothing.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<BlobRead> ReadAsync(string name, string? knownTag = null, CancellationToken cancellation = default);

    /// <summary>Writes a small blob and gives its new tag.</summary>
    /// <param name="name">The blob.</param>
    /// <param name="content">All of it.</param>
    /// <param name="expectedTag">The tag of what it replaces; null where nothing may be there yet.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="BlobConflictException">Something else is there; nothing was written.</exception>
    Task<string> WriteAsync(string name, ReadOnlyMemory<byte> content, string? expectedTag, CancellationToken cancellation = default);

    /// <summary>Opens a blob of any size for reading, as it is now; null where there is none. The stream can seek.</summary>
    Task<Stream?> OpenAsync(string name, CancellationToken cancellation = default);

    /// <summary>Makes a blob of any size of what is written to the stream; it appears when all is written, and not if that throws.</summary>
    /// <exception cref="BlobConflictException">There is a blob of that name.</exception>
    Task UploadAsync(string name, Func<Stream, Task> write, CancellationToken cancellation = default);

    /// <summary>All blobs whose names begin so, in ascending (ordinal) order of names.</summary>
    IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancellation = default);

    /// <summary>Deletes a blob; false where there was none.</summary>
    Task<bool> DeleteAsync(string name, CancellationToken cancellation = default);

    /// <summary>Deletes what uploads that were cut before a moment have left behind; no name leads to it.</summary>
    Task SweepAsync(DateTimeOffset before, CancellationToken cancellation = default);
}
