namespace Matinee.Core.Blobs;

/// <summary>What both homes refuse alike.</summary>
public static class BlobLimits
{
    /// <summary>A blob that was to be read or written whole is too large for that.</summary>
    public static InvalidDataException TooLarge(string name, long length) =>
        new($"The blob '{name}' has {length} bytes; read or written whole, it may have {IBlobs.MaxSmallBytes}. Stream it.");
}
