using System.Runtime.InteropServices;

namespace Matinee.Core.Blobs;

/// <summary>Changes of the names in folders that survive a power cut; paths are full ones.</summary>
public static partial class DurableNames
{
    const int ReadOnly = 0;

    /// <summary>Gives a flushed file its name, over whatever has it.</summary>
    public static void Rename(string from, string to)
    {
        Create(Path.GetDirectoryName(to)!);
        File.Move(from, to, overwrite: true);
        Flush(Path.GetDirectoryName(to)!);
    }

    /// <summary>Writes a small file so that either the old or the new content is there, whatever happens.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var temporary = path + ".tmp";
        using (var file = File.OpenHandle(temporary, FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(file, content, 0);
            RandomAccess.FlushToDisk(file);
        }

        Rename(temporary, path);
    }

    /// <summary>Makes a folder with all that are missing above it.</summary>
    public static void Create(string folder)
    {
        if (Directory.Exists(folder)) return;
        var parent = Path.GetDirectoryName(folder);
        if (parent is not null) Create(parent);
        Directory.CreateDirectory(folder);
        if (parent is not null) Flush(parent);
    }

    /// <summary>Brings the names in a folder to disk. Windows keeps a journal of them by itself.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0) throw Failed("open", folder);
        try
        {
            if (Synchronize(descriptor) != 0) throw Failed("fsync", folder);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    static IOException Failed(string call, string folder) =>
        new($"{call} of the folder {folder} failed: {Marshal.GetLastPInvokeErrorMessage()}.");

    // .NET opens no folders, and without this a rename may be undone by a power cut.
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Synchronize(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
