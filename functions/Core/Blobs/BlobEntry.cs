namespace Matinee.Core.Blobs;

/// <summary>A blob as a list shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Modified">When it was written, by the store's clock.</param>
public sealed record BlobEntry(string Name, long Length, DateTimeOffset Modified);
