using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Matinee.Engine.Files;

/// <summary>Collects the sections of a model and writes them; sections are written from where they lie, never copied as a whole.</summary>
public sealed class ModelFileWriter
{
    readonly List<Section> _sections;
    readonly string _prefix;

    /// <summary>Starts a file of one kind.</summary>
    public ModelFileWriter(string kind)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        (_sections, _prefix) = ([], "");
        AddText(ModelFileLayout.KindSection, kind);
    }

    ModelFileWriter(List<Section> sections, string prefix) => (_sections, _prefix) = (sections, prefix);

    delegate ReadOnlySpan<byte> Bytes();

    /// <summary>The length of the file as it would be written now.</summary>
    public long Length => _sections.Aggregate(
        ModelFileLayout.Align(ModelFileLayout.HeaderLength + DirectoryLength),
        (position, section) => ModelFileLayout.Align(position + section.Content().Length));

    int DirectoryLength => _sections.Sum(section => 2 + section.Name.Length + 1 + 8 + 8 + 4);

    /// <summary>A writer into the same file for a model inside this one; its names can't meet the outer ones.</summary>
    public ModelFileWriter Within(string name, string kind)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        RequireName(name);
        var inner = new ModelFileWriter(_sections, _prefix + name + "/");
        inner.AddText(ModelFileLayout.KindSection, kind);
        return inner;
    }

    /// <summary>Adds a section: bytes, 32- or 64-bit integers, floats or doubles.</summary>
    /// <remarks>The values are read when the file is written; they must not change before.</remarks>
    public void Add<T>(string name, ReadOnlyMemory<T> values) where T : unmanaged
    {
        RequireName(name);
        var (type, full) = (ElementTypes.Of<T>(), Encoding.UTF8.GetBytes(_prefix + name));
        if (full.Length > ModelFileLayout.MaxNameBytes)
            throw new ArgumentException($"The section name '{_prefix + name}' has more than {ModelFileLayout.MaxNameBytes} bytes.", nameof(name));
        if ((long)values.Length * ElementTypes.Size(type) > Array.MaxLength)
            throw new ArgumentException($"The section '{_prefix + name}' has more than {Array.MaxLength} bytes; split it.", nameof(values));
        if (_sections.Count == ModelFileLayout.MaxSections)
            throw new InvalidOperationException($"A model file can't have more than {ModelFileLayout.MaxSections} sections.");
        if (_sections.Exists(section => section.Name.AsSpan().SequenceEqual(full)))
            throw new ArgumentException($"There is a section '{_prefix + name}' already.", nameof(name));
        _sections.Add(new(full, type, () => MemoryMarshal.AsBytes(values.Span)));
    }

    /// <summary>Adds a section of one number.</summary>
    public void AddValue<T>(string name, T value) where T : unmanaged => Add<T>(name, new[] { value });

    /// <summary>Adds a section of text.</summary>
    public void AddText(string name, string text) => Add<byte>(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes the file; the stream need not be able to seek.</summary>
    public void WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var directory = Directory(out var fileLength);
        Span<byte> header = stackalloc byte[ModelFileLayout.HeaderLength];
        header.Clear();
        ModelFileLayout.Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], ModelFileLayout.FormatVersion);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], _sections.Count);
        BinaryPrimitives.WriteInt64LittleEndian(header[16..], fileLength);
        BinaryPrimitives.WriteInt64LittleEndian(header[24..], directory.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[32..], ModelFileLayout.Checksum(directory));
        BinaryPrimitives.WriteUInt32LittleEndian(
            header[ModelFileLayout.HeaderChecksumAt..],
            ModelFileLayout.Checksum(header[..ModelFileLayout.HeaderChecksumAt]));

        stream.Write(header);
        stream.Write(directory);
        var position = (long)header.Length + directory.Length;
        foreach (var section in _sections)
        {
            position += Pad(stream, position);
            var bytes = section.Content();
            stream.Write(bytes);
            position += bytes.Length;
        }

        Pad(stream, position);
    }

    static void RequireName(string name)
    {
        // The slash parts a model inside this one from its sections.
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Contains('/', StringComparison.Ordinal)) throw new ArgumentException($"The name '{name}' contains a slash.", nameof(name));
    }

    byte[] Directory(out long fileLength)
    {
        var length = DirectoryLength;
        var position = ModelFileLayout.Align(ModelFileLayout.HeaderLength + length);
        using var directory = new MemoryStream(length);
        using var write = new BinaryWriter(directory);
        foreach (var section in _sections)
        {
            var bytes = section.Content();
            write.Write((ushort)section.Name.Length);
            write.Write(section.Name);
            write.Write((byte)section.Type);
            write.Write(position);
            write.Write((long)bytes.Length);
            write.Write(ModelFileLayout.Checksum(bytes));
            position = ModelFileLayout.Align(position + bytes.Length);
        }

        fileLength = position;
        return directory.ToArray();
    }

    static long Pad(Stream stream, long position)
    {
        Span<byte> zeros = stackalloc byte[ModelFileLayout.Alignment];
        zeros.Clear();
        var padding = ModelFileLayout.Align(position) - position;
        stream.Write(zeros[..(int)padding]);
        return padding;
    }

    sealed record Section(byte[] Name, ElementType Type, Bytes Content);
}
