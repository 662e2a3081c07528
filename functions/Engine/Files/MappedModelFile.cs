using System.Buffers;
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

    MappedModelFile(FileStream stream)
    {
        var directory = ModelFileDirectory.Read(stream);
        if (stream.Length < directory.FileLength) throw ModelFileDirectory.Truncated();
        using var mapping = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = mapping.CreateViewAccessor(0, directory.FileLength, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        try
        {
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
        s_open.TryRemove(this, out _);
        if (_view.SafeMemoryMappedViewHandle.IsClosed) return;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
    }

    internal static MappedModelFile Open(FileStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new(stream);
    }

    object Section(ModelFileEntry entry)
    {
        var bytes = new ReadOnlySpan<byte>(_start + entry.Offset, (int)entry.Length);
        if (ModelFileLayout.Checksum(bytes) != entry.Checksum) throw ModelFileDirectory.Damaged($"section '{entry.Name}'");
        return entry.Type switch
        {
            ElementType.Byte => Numbers<byte>(entry),
            ElementType.Int32 => Numbers<int>(entry),
            ElementType.UInt32 => Numbers<uint>(entry),
            ElementType.Int64 => Numbers<long>(entry),
            ElementType.Single => Numbers<float>(entry),
            _ => Numbers<double>(entry),
        };
    }

    object Numbers<T>(ModelFileEntry entry) where T : unmanaged =>
        (ReadOnlyMemory<T>)new MappedNumbers<T>((T*)(_start + entry.Offset), (int)entry.Length / sizeof(T)).Memory;

    sealed class MappedNumbers<T>(T* start, int count) : MemoryManager<T> where T : unmanaged
    {
        public override Span<T> GetSpan() => new(start, count);

        public override MemoryHandle Pin(int elementIndex = 0) => new(start + elementIndex);

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
