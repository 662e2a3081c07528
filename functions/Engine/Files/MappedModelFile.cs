using System.Collections.Concurrent;
using System.IO.MemoryMappedFiles;

namespace Matinee.Engine.Files;

/// <summary>A model file used in place. Stays mapped until it is disposed of, whoever still refers to it.</summary>
public sealed unsafe class MappedModelFile : IDisposable
{
    // Spans into the mapping do not keep it alive, so being forgotten must not unmap it under a running request.
    static readonly ConcurrentDictionary<MappedModelFile, bool> s_open = new();

    readonly MemoryMappedViewAccessor _view;
    readonly byte* _start;
    bool _disposed;

    MappedModelFile(FileStream stream)
    {
        stream.Position = 0;
        var directory = ModelFileDirectory.Read(stream);
        if (stream.Length < directory.FileLength) throw ModelFileDirectory.Truncated();
        if (stream.Length > directory.FileLength)
            throw new ModelFileException($"The file goes on for {stream.Length - directory.FileLength} bytes behind the model file's end.");
        using var mapping = MemoryMappedFile.CreateFromFile(
            stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = mapping.CreateViewAccessor(0, directory.FileLength, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        try
        {
            RequirePadding(directory);
            File = new(directory.Entries.ToDictionary(entry => entry.Name, Section));
        }
        catch
        {
            Dispose();
            throw;
        }

        s_open[this] = true;
    }

    /// <summary>The file's sections.</summary>
    public ModelFile File { get; }

    /// <summary>Unmaps the file: whatever was made of it must no longer be used.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, true)) return;
        s_open.TryRemove(this, out _);
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
    }

    internal static MappedModelFile Open(FileStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new(stream);
    }

    /// <summary>Bytes of the mapping, while there is one.</summary>
    internal Span<T> Numbers<T>(long offset, int count) where T : unmanaged
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed), this);
        return new(_start + offset, count);
    }

    void RequirePadding(ModelFileDirectory directory)
    {
        var position = directory.End;
        foreach (var entry in directory.Entries)
        {
            ModelFileDirectory.RequirePadding(Numbers<byte>(position, (int)(entry.Offset - position)));
            position = entry.Offset + entry.Length;
        }

        ModelFileDirectory.RequirePadding(Numbers<byte>(position, (int)(directory.FileLength - position)));
    }

    object Section(ModelFileEntry entry)
    {
        if (ModelFileLayout.Checksum(Numbers<byte>(entry.Offset, (int)entry.Length)) != entry.Checksum)
            throw ModelFileDirectory.Damaged($"section '{entry.Name}'");
        return entry.Type switch
        {
            ElementType.Byte => Memory<byte>(entry),
            ElementType.Int32 => Memory<int>(entry),
            ElementType.UInt32 => Memory<uint>(entry),
            ElementType.Int64 => Memory<long>(entry),
            ElementType.Single => Memory<float>(entry),
            _ => Memory<double>(entry),
        };
    }

    object Memory<T>(ModelFileEntry entry) where T : unmanaged =>
        (ReadOnlyMemory<T>)new MappedNumbers<T>(this, entry.Offset, (int)entry.Length / sizeof(T)).Memory;
}
