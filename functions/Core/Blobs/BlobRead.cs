namespace Matinee.Core.Blobs;

/// <summary>What reading a small blob came to: its content, "still the one you know", or "there is none".</summary>
public sealed class BlobRead
{
    /// <summary>There is no such blob.</summary>
    public static readonly BlobRead Missing = new();

    /// <summary>The blob is still the one that the caller knows.</summary>
    public static readonly BlobRead NotChanged = new();

    BlobRead()
    {
    }

    /// <summary>The blob's bytes; empty where it is missing or not changed, and where it is empty.</summary>
    public ReadOnlyMemory<byte> Content { get; private init; }

    /// <summary>The tag to give when writing or asking again; null where there is no content.</summary>
    public string? Tag { get; private init; }

    /// <summary>The blob was read.</summary>
    public static BlobRead Found(ReadOnlyMemory<byte> content, string tag) => new() { Content = content, Tag = tag };
}
