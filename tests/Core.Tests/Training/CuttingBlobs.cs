using Matinee.Core.Blobs;

namespace Matinee.Core.Tests.Training;

/// <summary>Blobs whose process dies before a certain change: that one and all later ones fail.</summary>
sealed class CuttingBlobs(IBlobs inner) : IBlobs
{
    int _changes;

    /// <summary>How many changes work; null: all.</summary>
    public int? Before { get; set; }

    public int Changes => _changes;

    public void Revive() => (_changes, Before) = (0, null);

    public Task<BlobRead> ReadAsync(string name, string? knownTag = null, CancellationToken cancellation = default) => inner.ReadAsync(name, knownTag, cancellation);

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellation = default) => inner.OpenAsync(name, cancellation);

    public IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancellation = default) => inner.ListAsync(prefix, cancellation);

    public Task SweepAsync(DateTimeOffset before, CancellationToken cancellation = default) => inner.SweepAsync(before, cancellation);

    public Task<string> WriteAsync(string name, ReadOnlyMemory<byte> content, string? expectedTag, CancellationToken cancellation = default) =>
        Change(() => inner.WriteAsync(name, content, expectedTag, cancellation));

    public Task<bool> DeleteAsync(string name, CancellationToken cancellation = default) => Change(() => inner.DeleteAsync(name, cancellation));

    public Task UploadAsync(string name, Func<Stream, Task> write, CancellationToken cancellation = default) => Change(async () =>
    {
        await inner.UploadAsync(name, write, cancellation);
        return true;
    });

    Task<T> Change<T>(Func<Task<T>> change) => Interlocked.Increment(ref _changes) > Before ? throw new IOException("Cut.") : change();
}
