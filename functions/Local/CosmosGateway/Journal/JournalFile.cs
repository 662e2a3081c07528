using Microsoft.Win32.SafeHandles;

namespace Matinee.Local.CosmosGateway.Journal;

/// <summary>An open journal file: read anywhere, written at its end.</summary>
/// <remarks>
/// Reading needs no lock. A file that compaction has replaced stays readable for whoever still holds it; its handle is
/// closed when the last of them has forgotten it.
/// </remarks>
sealed class JournalFile : IDisposable
{
    readonly SafeFileHandle _handle;

    JournalFile(string path, FileMode mode)
    {
        Path = path;
        _handle = File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        End = RandomAccess.GetLength(_handle);
    }

    public string Path { get; private set; }

    /// <summary>Where the next record will begin; only the container's one writer changes it.</summary>
    public long End { get; private set; }

    public static JournalFile Open(string path) => new(path, FileMode.Open);

    /// <summary>Begins a file; an old one of that name is lost.</summary>
    public static JournalFile Create(string path, JournalHeader header)
    {
        var file = new JournalFile(path, FileMode.Create);
        file.Append(header.ToBytes());
        return file;
    }

    /// <summary>Writes at the end and says where; a write that fails leaves the file as it was.</summary>
    public long Append(ReadOnlySpan<byte> bytes)
    {
        var at = End;
        try
        {
            RandomAccess.Write(_handle, bytes, at);
        }
        catch
        {
            RandomAccess.SetLength(_handle, at);
            throw;
        }

        End = at + bytes.Length;
        return at;
    }

    /// <summary>Reads until the target is full or the file ends, and says how much it was.</summary>
    public int Read(long offset, Span<byte> target)
    {
        var total = 0;
        while (total < target.Length)
        {
            var read = RandomAccess.Read(_handle, target[total..], offset + total);
            if (read == 0) break;
            total += read;
        }

        return total;
    }

    public void CutAt(long offset)
    {
        RandomAccess.SetLength(_handle, offset);
        End = offset;
        Flush();
    }

    /// <summary>Returns when everything written is on disk.</summary>
    public void Flush() => RandomAccess.FlushToDisk(_handle);

    /// <summary>Takes the place of another file; the folder must be flushed after.</summary>
    public void MoveTo(string path)
    {
        File.Move(Path, path, overwrite: true);
        Path = path;
    }

    public void Dispose() => _handle.Dispose();
}
