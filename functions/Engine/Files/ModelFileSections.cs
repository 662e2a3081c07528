using System.Runtime.InteropServices;

namespace Matinee.Engine.Files;

/// <summary>Reads the sections of a file from a stream, each into an array of its own type.</summary>
static class ModelFileSections
{
    // A header can lie about a length only together with its checksums, but memory is still given out step by step.
    const int Step = 1 << 24;

    public static ModelFile Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var directory = ModelFileDirectory.Read(stream);
        if (stream.CanSeek && stream.Length - stream.Position < directory.FileLength - Consumed(directory)) throw ModelFileDirectory.Truncated();
        var sections = new Dictionary<string, object>();
        var position = Consumed(directory);
        foreach (var entry in directory.Entries)
        {
            Skip(stream, entry.Offset - position);
            sections.Add(entry.Name, entry.Type switch
            {
                ElementType.Byte => Read<byte>(stream, entry),
                ElementType.Int32 => Read<int>(stream, entry),
                ElementType.UInt32 => Read<uint>(stream, entry),
                ElementType.Int64 => Read<long>(stream, entry),
                ElementType.Single => Read<float>(stream, entry),
                _ => Read<double>(stream, entry),
            });
            position = entry.Offset + entry.Length;
        }

        Skip(stream, directory.FileLength - position);
        return new(sections);
    }

    static long Consumed(ModelFileDirectory directory) => directory.Entries[0].Offset;

    static object Read<T>(Stream stream, ModelFileEntry entry) where T : unmanaged
    {
        var values = new T[Math.Min(entry.Length, Step) / ElementTypes.Size(entry.Type)];
        var read = 0;
        while (true)
        {
            var bytes = MemoryMarshal.AsBytes(values.AsSpan())[read..];
            if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length) throw ModelFileDirectory.Truncated();
            read += bytes.Length;
            if (read == entry.Length) break;
            Array.Resize(ref values, (int)(Math.Min(entry.Length, 2L * read) / ElementTypes.Size(entry.Type)));
        }

        return ModelFileLayout.Checksum(MemoryMarshal.AsBytes(values.AsSpan())) == entry.Checksum
            ? new ReadOnlyMemory<T>(values)
            : throw ModelFileDirectory.Damaged($"section '{entry.Name}'");
    }

    static void Skip(Stream stream, long count)
    {
        Span<byte> padding = stackalloc byte[ModelFileLayout.Alignment];
        padding = padding[..(int)count];
        if (stream.ReadAtLeast(padding, padding.Length, throwOnEndOfStream: false) < padding.Length) throw ModelFileDirectory.Truncated();
        if (padding.ContainsAnyExcept((byte)0)) throw ModelFileDirectory.Damaged("padding");
    }
}
