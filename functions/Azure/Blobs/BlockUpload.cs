using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Matinee.Core.Blobs;

namespace Matinee.Azure.Blobs;

/// <summary>
/// A stream whose content becomes a blob when it is committed, and never if it is not. (The SDK's own writable stream puts an empty
/// blob there first and commits what it has when it is disposed of, even after an error.)
/// </summary>
sealed class BlockUpload(BlockBlobClient blob, int blockBytes, CancellationToken cancellation) : Stream
{
    readonly List<string> _blocks = [];
    readonly byte[] _mark = RandomNumberGenerator.GetBytes(16);
    byte[]? _block;
    int _filled;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException("An upload has no length yet.");

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (_filled == blockBytes) Stage();
            buffer = buffer[Fill(buffer)..];
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (buffer.Length > 0)
        {
            if (_filled == blockBytes) await StageAsync();
            buffer = buffer[Fill(buffer.Span)..];
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Makes the blob of all that was written and gives its tag.</summary>
    /// <param name="expectedTag">The tag of the blob that it replaces; null where there may be none.</param>
    /// <exception cref="BlobConflictException">Something else is there.</exception>
    public async Task<string> CommitAsync(string? expectedTag)
    {
        if (_filled > 0) await StageAsync();
        var conditions = expectedTag is null
            ? new BlobRequestConditions { IfNoneMatch = ETag.All }
            : new BlobRequestConditions { IfMatch = new ETag(expectedTag) };
        try
        {
            var info = await blob.CommitBlockListAsync(_blocks, new() { Conditions = conditions }, cancellation);
            return AzureBlobs.Tag(info.Value.ETag);
        }
        catch (RequestFailedException error) when (IsRefused(error))
        {
            return await OwnTagAsync() ?? throw new BlobConflictException(blob.Name, expectedTag is null, error);
        }
    }

    // Whoever commits first takes the other's waiting blocks away with it: then the list names blocks that are no longer there.
    static bool IsRefused(RequestFailedException error) =>
        error.ErrorCode == BlobErrorCode.BlobAlreadyExists
        || error.ErrorCode == BlobErrorCode.ConditionNotMet
        || error.ErrorCode == BlobErrorCode.InvalidBlockList;

    /// <summary>
    /// A commit whose answer got lost is sent again and refused, for its own blob is there already: the blocks' names tell. Null
    /// where the blob is somebody else's.
    /// </summary>
    async Task<string?> OwnTagAsync()
    {
        try
        {
            var there = await blob.GetBlockListAsync(BlockListTypes.Committed, cancellationToken: cancellation);
            var own = _blocks.Count > 0 && there.Value.CommittedBlocks.Select(block => block.Name).SequenceEqual(_blocks);
            return own && there.GetRawResponse().Headers.ETag is { } tag ? AzureBlobs.Tag(tag) : null;
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    int Fill(ReadOnlySpan<byte> buffer)
    {
        _block ??= new byte[blockBytes];
        var count = Math.Min(buffer.Length, blockBytes - _filled);
        buffer[..count].CopyTo(_block.AsSpan(_filled));
        _filled += count;
        return count;
    }

    void Stage()
    {
        using var content = NextBlock(out var name);
        blob.StageBlock(name, content, cancellationToken: cancellation);
        Staged(name);
    }

    async Task StageAsync()
    {
        await using var content = NextBlock(out var name);
        await blob.StageBlockAsync(name, content, cancellationToken: cancellation);
        Staged(name);
    }

    MemoryStream NextBlock(out string name)
    {
        // All of one length, as the service wants it, and of this upload alone, so that two uploads can't be woven into one blob.
        name = Convert.ToBase64String([.. _mark, .. BitConverter.GetBytes(_blocks.Count)]);
        return new(_block!, 0, _filled, writable: false);
    }

    void Staged(string name)
    {
        _blocks.Add(name);
        _filled = 0;
    }
}
