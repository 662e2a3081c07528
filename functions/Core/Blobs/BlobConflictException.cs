namespace Matinee.Core.Blobs;

/// <summary>Somebody else wrote the blob first: what was expected to be there is not what is there.</summary>
public sealed class BlobConflictException : Exception
{
    /// <summary>Names the blob.</summary>
    public BlobConflictException(string name, bool expectedNone, Exception? inner = null)
        : base(expectedNone
            ? $"There is a blob '{name}' already. Take another name."
            : $"The blob '{name}' is no longer the one it was. Read it again and decide anew.", inner) => Name = name;

    /// <summary>The blob's name.</summary>
    public string Name { get; }
}
