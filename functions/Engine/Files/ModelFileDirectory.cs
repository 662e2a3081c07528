using System.Buffers.Binary;
using System.Text;

namespace Matinee.Engine.Files;

/// <summary>Where a section lies in the file and what its bytes must add up to.</summary>
sealed record ModelFileEntry(string Name, ElementType Type, long Offset, long Length, uint Checksum);

/// <summary>Reads and checks the header and the directory: nothing of them is believed before its checksum is right.</summary>
/// <param name="End">Where the directory ends: so many bytes have been read.</param>
/// <param name="FileLength">The length of the whole file.</param>
/// <param name="Entries">The sections in the order in which they lie.</param>
sealed record ModelFileDirectory(long End, long FileLength, IReadOnlyList<ModelFileEntry> Entries)
{
    const int FixedEntryBytes = 2 + 1 + 8 + 8 + 4;
    const long MaxDirectoryLength = ModelFileLayout.MaxSections * (long)(FixedEntryBytes + ModelFileLayout.MaxNameBytes);

    public static ModelFileDirectory Read(Stream stream)
    {
        var header = new byte[ModelFileLayout.HeaderLength];
        var got = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (got < ModelFileLayout.Magic.Length || !header.AsSpan().StartsWith(ModelFileLayout.Magic))
            throw new ModelFileException("This is not a model file: it does not begin with MATINEE.");
        if (got < header.Length) throw Truncated();

        var version = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(8));
        var checksum = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(ModelFileLayout.HeaderChecksumAt));
        if (checksum != ModelFileLayout.Checksum(header.AsSpan(0, ModelFileLayout.HeaderChecksumAt))
            || header.AsSpan(ModelFileLayout.HeaderChecksumAt + 4).ContainsAnyExcept((byte)0))
            throw Damaged("header");
        if (version != ModelFileLayout.FormatVersion)
            throw new ModelFileException($"The model file has format version {version}; this version reads {ModelFileLayout.FormatVersion}.");

        var sections = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(12));
        var fileLength = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(16));
        var length = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(24));
        if (sections is < 1 or > ModelFileLayout.MaxSections || length is < FixedEntryBytes or > MaxDirectoryLength) throw Damaged("header");

        var directory = new byte[length];
        if (stream.ReadAtLeast(directory, directory.Length, throwOnEndOfStream: false) < directory.Length) throw Truncated();
        if (BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(32)) != ModelFileLayout.Checksum(directory)) throw Damaged("directory");
        return new(header.Length + length, fileLength, ReadEntries(directory, sections, fileLength));
    }

    public static ModelFileException Truncated() => new("The model file ends too early: it is truncated.");

    public static ModelFileException Damaged(string part) => new($"The model file is damaged: the checksum of its {part} does not match.");

    public static void RequirePadding(ReadOnlySpan<byte> padding)
    {
        if (padding.ContainsAnyExcept((byte)0)) throw new ModelFileException("The model file is damaged: there is something between its sections.");
    }

    static List<ModelFileEntry> ReadEntries(ReadOnlySpan<byte> directory, int sections, long fileLength)
    {
        var entries = new List<ModelFileEntry>(sections);
        var names = new HashSet<string>();
        var position = ModelFileLayout.Align(ModelFileLayout.HeaderLength + directory.Length);
        for (var i = 0; i < sections; i++)
        {
            var nameLength = directory.Length < 2 ? int.MaxValue : BinaryPrimitives.ReadUInt16LittleEndian(directory);
            if (nameLength is 0 or > ModelFileLayout.MaxNameBytes || directory.Length < FixedEntryBytes + nameLength) throw Inconsistent();
            var name = Encoding.UTF8.GetString(directory.Slice(2, nameLength));
            directory = directory[(2 + nameLength)..];
            var entry = new ModelFileEntry(
                name,
                (ElementType)directory[0],
                BinaryPrimitives.ReadInt64LittleEndian(directory[1..]),
                BinaryPrimitives.ReadInt64LittleEndian(directory[9..]),
                BinaryPrimitives.ReadUInt32LittleEndian(directory[17..]));
            directory = directory[21..];

            var soundLength = entry.Length >= 0 && entry.Length <= Array.MaxLength && entry.Length % ElementTypes.Size(entry.Type) == 0;
            if (!soundLength || entry.Offset != position || entry.Offset + entry.Length > fileLength || !names.Add(name)) throw Inconsistent();
            position = ModelFileLayout.Align(entry.Offset + entry.Length);
            entries.Add(entry);
        }

        return directory.IsEmpty && position == fileLength ? entries : throw Inconsistent();
    }

    static ModelFileException Inconsistent() => new("The model file's directory contradicts itself.");
}
