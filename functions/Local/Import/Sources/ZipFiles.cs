using System.IO.Compression;

namespace Matinee.Local.Import.Sources;

/// <summary>The files of a zip archive, read from where they are: nothing is unpacked to the disk, so no path in it leads anywhere.</summary>
sealed class ZipFiles : IInputFiles
{
    /// <summary>A file that says it is larger than this, unpacked, is not read.</summary>
    public const long MostBytes = 8L << 30;

    /// <summary>A file that unpacks to more than so many times its packed size is not read: data sets come to 3 to 10.</summary>
    public const int MostRatio = 100;

    const string Hidden = "__MACOSX/";

    readonly ZipArchive _archive;
    readonly Dictionary<string, ZipArchiveEntry> _entries;
    readonly Action _close;

    /// <param name="path">The archive.</param>
    /// <param name="name">What to call the data set.</param>
    /// <param name="close">Called when nobody reads it any more.</param>
    /// <exception cref="ImportException">It is no archive, or cut off.</exception>
    public ZipFiles(string path, string name, Action? close = null)
    {
        (Name, _close) = (name, close ?? (() => { }));
        FileStream? file = null;
        try
        {
            file = File.OpenRead(path);
            _archive = new ZipArchive(file, ZipArchiveMode.Read);
            _entries = [];
            foreach (var entry in _archive.Entries)
            {
                if (entry.Name.Length > 0 && !entry.FullName.StartsWith(Hidden, StringComparison.Ordinal)) _entries.TryAdd(entry.Name, entry);
            }
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw new ImportException($"{path} is no zip archive that can be read: it may be cut off. Get it anew. ({error.Message})", error);
        }
    }

    public string Name { get; }

    public IReadOnlyList<string> Files => [.. _entries.Keys.Order(StringComparer.Ordinal)];

    public long LengthOf(string file) => _entries[file].Length;

    public Stream Open(string file)
    {
        var entry = _entries[file];
        // What the archive says of a file may be a lie: the bounds hold for what really comes out of it.
        var most = Math.Min(MostBytes, Math.Max(entry.CompressedLength, 1 << 20) * MostRatio);
        return entry.Length <= most
            ? new UnpackedStream(Unpacked(entry), entry.Length, entry.Crc32, $"{file} in {Name}")
            : throw new ImportException(
                $"{file} in {Name} unpacks from {entry.CompressedLength:N0} to {entry.Length:N0} bytes: no data set does, so it is not read.");
    }

    Stream Unpacked(ZipArchiveEntry entry)
    {
        try
        {
            return entry.Open();
        }
        catch (Exception error) when (error is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw new ImportException($"{entry.Name} in {Name} can't be unpacked: the archive is damaged. Get it anew. ({error.Message})", error);
        }
    }

    public void Dispose()
    {
        _archive.Dispose();
        _close();
    }
}
