using System.Runtime.InteropServices;

namespace Matinee.Engine.Files;

/// <summary>Reads the sections of a file from a stream, each into an array of its own type.</summary>
static class ModelFileSections
{
    // Where the stream can't tell how much is coming, memory is given out step by step, as the bytes arrive.
    const int Step = 1 << 20;

    public static ModelFile Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var directory = ModelFileDirectory.Read(stream);
        var step = stream.CanSeek ? Array.MaxLength : Step;
        if (stream.CanSeek && stream.Length - stream.Position < directory.FileLength - directory.End) throw ModelFileDirectory.Truncated();
        var sections = new Dictionary<string, object>();
        var position = directory.End;
        foreach (var entry in directory.Entries)
        {
            Skip(stream, entry.Offset - position);
            sections.Add(entry.Name, entry.Type switch
            {
                ElementType.Byte => Read<byte>(stream, entry, step),
                ElementType.Int32 => Read<int>(stream, entry, step),
                ElementType.UInt32 => Read<uint>(stream, entry, step),
                ElementType.Int64 => Read<long>(stream, entry, step),
                ElementType.Single => Read<float>(stream, entry, step),
                _ => Read<double>(stream, entry, step),
            });
            position = entry.Offset + entry.Length;
        }

        Skip(stream, directory.FileLength - position);
        return new(sections);
    }

    static object Read<T>(Stream stream, ModelFileEntry entry, int step) where T : unmanaged
    {
        var values = new T[Math.Min(entry.Length, step) / ElementTypes.Size(entry.Type)];
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
        ModelFileDirectory.RequirePadding(padding);
    }
}
