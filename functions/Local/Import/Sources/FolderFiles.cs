namespace Matinee.Local.Import.Sources;

/// <summary>The files of a folder.</summary>
sealed class FolderFiles : IInputFiles
{
    const int BufferBytes = 1 << 16;

    readonly Dictionary<string, FileInfo> _files;

    /// <exception cref="ImportException">It can't be read.</exception>
    public FolderFiles(string folder)
    {
        try
        {
            var directory = new DirectoryInfo(folder);
            var files = directory.GetFiles();
            // What was unpacked lies a folder deeper.
            if (files.Length == 0 && directory.GetDirectories() is [var only]) (directory, files) = (only, only.GetFiles());
            (Name, _files) = (directory.Name, files.ToDictionary(file => file.Name));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"The folder {folder} can't be read: {error.Message}", error);
        }
    }

    public string Name { get; }

    public IReadOnlyList<string> Files => [.. _files.Keys.Order(StringComparer.Ordinal)];

    public long LengthOf(string file) => _files[file].Length;

    public Stream Open(string file)
    {
        try
        {
            return new FileStream(_files[file].FullName, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"{file} can't be read: {error.Message}", error);
        }
    }

    public void Dispose()
    {
    }
}
