using Matinee.Core.Blobs;

namespace Matinee.Core.Models;

/// <summary>The versions in a store as its list of blobs shows them.</summary>
sealed class ModelContents
{
    readonly SortedDictionary<ModelVersion, List<BlobEntry>> _versions;

    ModelContents(SortedDictionary<ModelVersion, List<BlobEntry>> versions) => _versions = versions;

    /// <summary>Those published to the end, the newest first. The manifest is written last: where it is, all is.</summary>
    public IReadOnlyList<ModelVersion> Complete => [.. _versions.Where(IsComplete).Select(version => version.Key).Reverse()];

    /// <summary>Blobs of versions without a manifest, last touched before a moment.</summary>
    public IEnumerable<string> LeftBehind(DateTimeOffset before) =>
        from version in _versions
        where !IsComplete(version) && version.Value.TrueForAll(blob => blob.Modified < before)
        from blob in version.Value
        select blob.Name;

    public static async Task<ModelContents> ReadAsync(IBlobs blobs, CancellationToken cancellation)
    {
        var versions = new SortedDictionary<ModelVersion, List<BlobEntry>>();
        await foreach (var blob in blobs.ListAsync(ModelPaths.Root, cancellation))
        {
            if (ModelPaths.VersionOf(blob.Name) is not { } version) continue;
            if (!versions.TryGetValue(version, out var parts)) versions.Add(version, parts = []);
            parts.Add(blob);
        }

        return new(versions);
    }

    static bool IsComplete(KeyValuePair<ModelVersion, List<BlobEntry>> version) =>
        version.Value.Exists(blob => blob.Name == ModelPaths.Manifest(version.Key));
}
