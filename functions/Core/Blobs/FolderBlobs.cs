using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Matinee.Core.Blobs;

/// <summary>Blobs as files of a folder, which several processes may share.</summary>
/// <remarks>
/// A file is written beside, flushed and then renamed, so that no reader ever sees half of it. Tags are hashes of the content; a
/// lock file makes comparing and replacing one step.
/// </remarks>
public sealed class FolderBlobs : IBlobs
{
    const string UnfinishedFolder = ".unfinished";
    const int BufferBytes = 1 << 16;

    readonly string _root;
    readonly string _unfinished;

    /// <summary>Uses a folder, which is made when something is written.</summary>
    public FolderBlobs(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _root = Path.GetFullPath(folder);
        _unfinished = Path.Combine(_root, UnfinishedFolder);
    }

    /// <inheritdoc/>
    public async Task<BlobRead> ReadAsync(string name, string? knownTag = null, CancellationToken cancellation = default)
    {
        await using var file = Open(name);
        if (file is null) return BlobRead.Missing;
        if (file.Length > IBlobs.MaxSmallBytes) throw BlobLimits.TooLarge(name, file.Length);
        var content = new byte[file.Length];
        await file.ReadExactlyAsync(content, cancellation);
        var tag = Tag(content);
        return tag == knownTag ? BlobRead.NotChanged : BlobRead.Found(content, tag);
    }

    /// <inheritdoc/>
    public async Task<string> WriteAsync(
        string name, ReadOnlyMemory<byte> content, string? expectedTag, CancellationToken cancellation = default)
    {
        if (content.Length > IBlobs.MaxSmallBytes) throw BlobLimits.TooLarge(name, content.Length);
        await PutAsync(name, async file => await file.WriteAsync(content, cancellation), expectedTag, cancellation);
        return Tag(content.Span);
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(string name, CancellationToken cancellation = default) => Task.FromResult<Stream?>(Open(name));

    /// <inheritdoc/>
    public Task UploadAsync(string name, Func<Stream, Task> write, CancellationToken cancellation = default) =>
        PutAsync(name, write, null, cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobEntry> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        if (!Directory.Exists(_root)) yield break;
        // The lock and the unfinished files begin with a dot, as no name does.
        var names = Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(_root, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name[0] != '.')
            .Order(StringComparer.Ordinal)
            .ToList();
        foreach (var name in names)
        {
            cancellation.ThrowIfCancellationRequested();
            var file = new FileInfo(PathOf(name));
            if (file.Exists) yield return new(name, file.Length, file.LastWriteTimeUtc);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(string name, CancellationToken cancellation = default)
    {
        var path = PathOf(name);
        using var turn = await FolderTurn.WaitAsync(_root, cancellation);
        if (!File.Exists(path)) return false;
        File.Delete(path);
        var folder = Path.GetDirectoryName(path)!;
        while (folder != _root && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
            folder = Path.GetDirectoryName(folder)!;
        }

        DurableNames.Flush(folder);
        return true;
    }

    /// <inheritdoc/>
    public Task SweepAsync(DateTimeOffset before, CancellationToken cancellation = default)
    {
        if (!Directory.Exists(_unfinished)) return Task.CompletedTask;
        foreach (var path in Directory.EnumerateFiles(_unfinished))
        {
            if (File.GetLastWriteTimeUtc(path) < before.UtcDateTime) File.Delete(path);
        }

        return Task.CompletedTask;
    }

    static string Tag(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    async Task PutAsync(string name, Func<Stream, Task> write, string? expectedTag, CancellationToken cancellation)
    {
        var path = PathOf(name);
        DurableNames.Create(_unfinished);
        var unfinished = Path.Combine(_unfinished, Guid.NewGuid().ToString("N"));
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.Delete, BufferBytes))
            {
                await write(file);
                await file.FlushAsync(cancellation);
                file.Flush(flushToDisk: true);
            }

            using var turn = await FolderTurn.WaitAsync(_root, cancellation);
            var there = expectedTag is null ? (File.Exists(path) ? "" : null) : (await ReadAsync(name, null, cancellation)).Tag;
            if (there != expectedTag) throw new BlobConflictException(name, expectedTag is null);
            DurableNames.Rename(unfinished, path);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    FileStream? Open(string name)
    {
        try
        {
            // Whoever reads keeps the file they opened, though it is replaced or deleted meanwhile.
            return new(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferBytes, FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    string PathOf(string name) => Path.Combine(_root, BlobName.Require(name).Replace('/', Path.DirectorySeparatorChar));
}
