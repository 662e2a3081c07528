using System.Buffers;

namespace Matinee.Engine.Files;

/// <summary>A section where it lies in a mapped file; after the file is disposed of, an error instead of foreign memory.</summary>
sealed unsafe class MappedNumbers<T>(MappedModelFile file, long offset, int count) : MemoryManager<T> where T : unmanaged
{
    public override Span<T> GetSpan() => file.Numbers<T>(offset, count);

    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)count);
        fixed (T* start = GetSpan()) return new(start + elementIndex);
    }

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
