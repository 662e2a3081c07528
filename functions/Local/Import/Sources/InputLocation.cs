using Matinee.Core.Import;

namespace Matinee.Local.Import.Sources;

/// <summary>Opens what an operator names: a folder, a zip archive, or an address of one.</summary>
static class InputLocation
{
    /// <exception cref="ImportException">There is no such thing.</exception>
    public static async Task<IInputFiles> OpenAsync(
        string location, DownloadOptions download, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        if (location.Contains("://", StringComparison.Ordinal)) return await Download.OpenAsync(location, download, progress, cancellation);
        if (Directory.Exists(location)) return new FolderFiles(Path.GetFullPath(location));
        if (File.Exists(location)) return new ZipFiles(location, Path.GetFileNameWithoutExtension(location));
        throw new ImportException($"There is neither a folder nor a file {location}. Give a folder, a zip archive or an https address.");
    }

    /// <summary>The name of a source after that of its folder or archive.</summary>
    public static string SourceNameOf(IInputFiles files)
    {
        var letters = files.Name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        var name = string.Join('-', new string([.. letters]).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return name.Length == 0 ? "import" : name[..Math.Min(name.Length, ImportSource.MaxLength)].TrimEnd('-');
    }
}
