using Matinee.Core.Blobs;

namespace Matinee.Contract.Tests.Models;

/// <summary>Blobs whose process dies, as it were, at a certain step.</summary>
sealed class FailingBlobs(IBlobs inner) : IBlobs
{
    int _deletes;

    /// <summary>Writing a small blob fails where its name ends so.</summary>
    public string? RefuseWrite { get; init; }

    public bool RefuseDelete { get; init; }

    /// <summary>So many deletions work before one fails.</summary>
    public int DeletesBefore { get; init; }

    public Task<string> WriteAsync(string name, ReadOnlyMemory<byte> content, string? expectedTag, CancellationToken cancellation = default) =>
        RefuseWrite is { } end && name.EndsWith(end, StringComparison.Ordinal)
            ? throw new IOException("Cut.")
            : inner.WriteAsync(name, content, expectedTag, cancellation);

    public Task<bool> DeleteAsync(string name, CancellationToken cancellation = default) =>
        RefuseDelete && _deletes++ >= DeletesBefore ? throw new IOException("Cut.") : inner.DeleteAsync(name, cancellation);

    public Task<BlobRead> ReadAsync(string name, string? knownTag = null, CancellationToken cancellation = default) => inner.ReadAsync(name, knownTag, cancellation);

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellation = default) => inner.OpenAsync(name, cancellation);

    public Task UploadAsync(string name, Func<Stream, Task> write, CancellationToken cancellation = default) => inner.UploadAsync(name, write, cancellation);

    public IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancellation = default) => inner.ListAsync(prefix, cancellation);

    public Task SweepAsync(DateTimeOffset before, CancellationToken cancellation = default) => inner.SweepAsync(before, cancellation);
}
