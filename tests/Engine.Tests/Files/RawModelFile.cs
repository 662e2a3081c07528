using System.Buffers.Binary;
using System.Text;

namespace Matinee.Engine.Tests.Files;

/// <summary>Builds the bytes of a model file from the description of the format alone, so that it can also build wrong ones.</summary>
sealed class RawModelFile
{
    public uint Version { get; init; } = 1;

    public List<Entry> Entries { get; init; } = [new("kind", 1, "test"u8.ToArray())];

    /// <summary>What the header says instead of the truth.</summary>
    public int? Sections { get; init; }

    public long? FileLength { get; init; }

    public long? DirectoryLength { get; init; }

    public byte[] ToBytes()
    {
        var directory = new MemoryStream();
        var data = new MemoryStream();
        var start = RoundUp(64 + Entries.Sum(entry => 23 + Encoding.UTF8.GetByteCount(entry.Name)));
        foreach (var entry in Entries)
        {
            var offset = start + data.Length;
            data.Write(entry.Data);
            data.Write(new byte[RoundUp(data.Length) - data.Length]);
            var name = Encoding.UTF8.GetBytes(entry.Name);
            directory.Write([(byte)(entry.NameLength ?? name.Length), (byte)((entry.NameLength ?? name.Length) >> 8)]);
            directory.Write(name);
            directory.WriteByte(entry.Type);
            directory.Write(BitConverter.GetBytes(entry.Offset ?? offset));
            directory.Write(BitConverter.GetBytes(entry.Length ?? entry.Data.Length));
            directory.Write(BitConverter.GetBytes(Crc32C(entry.Data)));
        }

        var bytes = new byte[start + data.Length];
        "MATINEE\u001A"u8.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), Sections ?? Entries.Count);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), FileLength ?? bytes.Length);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(24), DirectoryLength ?? directory.Length);
        directory.ToArray().CopyTo(bytes, 64);
        data.ToArray().CopyTo(bytes, start);
        Seal(bytes, (int)directory.Length);
        return bytes;
    }

    /// <summary>Makes the checksums of header and directory right, whatever they say.</summary>
    public static void Seal(byte[] bytes, int directoryLength)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(32), Crc32C(bytes.AsSpan(64, directoryLength)));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(36), Crc32C(bytes.AsSpan(0, 36)));
    }

    /// <summary>Castagnoli's polynomial bit by bit, as its definition says.</summary>
    public static uint Crc32C(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? crc >> 1 ^ 0x82F63B78 : crc >> 1;
        }

        return ~crc;
    }

    static long RoundUp(long position) => (position + 63) / 64 * 64;

    /// <summary>A section; what is null is the truth.</summary>
    public sealed record Entry(string Name, byte Type, byte[] Data)
    {
        public int? NameLength { get; init; }

        public long? Offset { get; init; }

        public long? Length { get; init; }
    }
}
