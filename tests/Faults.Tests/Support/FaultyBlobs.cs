using Matinee.Core.Blobs;

namespace Matinee.Faults.Tests.Support;

/// <summary>Blobs that are away, or come in halves, while a test says so.</summary>
sealed class FaultyBlobs(IBlobs inner) : IBlobs
{
    /// <summary>Nothing can be read or written.</summary>
    public volatile bool AreAway;

    /// <summary>What is opened ends in the middle.</summary>
    public volatile bool AreHalf;

    public Task<BlobRead> ReadAsync(string name, string? knownTag = null, CancellationToken cancellation = default)
    {
        Require();
        return inner.ReadAsync(name, knownTag, cancellation);
    }

    public Task<string> WriteAsync(string name, ReadOnlyMemory<byte> content, string? expectedTag, CancellationToken cancellation = default)
    {
        Require();
        return inner.WriteAsync(name, content, expectedTag, cancellation);
    }

    public async Task<Stream?> OpenAsync(string name, CancellationToken cancellation = default)
    {
        Require();
        var whole = await inner.OpenAsync(name, cancellation);
        if (!AreHalf || whole is null) return whole;
        await using (whole)
        {
            var half = new byte[whole.Length / 2];
            await whole.ReadExactlyAsync(half, cancellation);
            return new MemoryStream(half);
        }
    }

    public Task UploadAsync(string name, Func<Stream, Task> write, CancellationToken cancellation = default)
    {
        Require();
        return inner.UploadAsync(name, write, cancellation);
    }

    public IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancellation = default)
    {
        Require();
        return inner.ListAsync(prefix, cancellation);
    }

    public Task<bool> DeleteAsync(string name, CancellationToken cancellation = default)
    {
        Require();
        return inner.DeleteAsync(name, cancellation);
    }

    public Task SweepAsync(DateTimeOffset before, CancellationToken cancellation = default)
    {
        Require();
        return inner.SweepAsync(before, cancellation);
    }

    void Require()
    {
        if (AreAway) throw new IOException("The blobs at secret-place are away, as the test wishes.");
    }
}
