using System.Numerics;
using System.Runtime.InteropServices;

namespace Matinee.Engine.Files;

/// <summary>The bytes of a model file, little endian.</summary>
/// <remarks>
/// <code>
/// header, 64 bytes
///    0  8  magic "MATINEE" 0x1A
///    8  4  format version
///   12  4  number of sections
///   16  8  length of the whole file
///   24  8  length of the directory, which follows the header
///   32  4  CRC-32C of the directory
///   36  4  CRC-32C of the header's first 36 bytes
///   40 24  zero
/// directory, an entry a section
///    2  length of the name; the name in UTF-8
///    1  element type (ElementType)
///    8  offset of the data in the file, a multiple of 64
///    8  length of the data in bytes
///    4  CRC-32C of the data
/// data, each section padded with zeros to a multiple of 64 bytes
/// </code>
/// The alignment lets a mapped file be used in place by vector code. The first section is "kind".
/// </remarks>
static class ModelFileLayout
{
    public const int FormatVersion = 1;
    public const int HeaderLength = 64;
    public const int HeaderChecksumAt = 36;
    public const int Alignment = 64;
    public const int MaxNameBytes = 200;
    public const int MaxSections = 10_000;
    public const string KindSection = "kind";

    public static ReadOnlySpan<byte> Magic => "MATINEE\u001A"u8;

    public static long Align(long position) => (position + Alignment - 1) / Alignment * Alignment;

    public static uint Checksum(ReadOnlySpan<byte> bytes, uint crc = 0)
    {
        crc = ~crc;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words) crc = BitOperations.Crc32C(crc, word);
        foreach (var value in bytes[(words.Length * sizeof(ulong))..]) crc = BitOperations.Crc32C(crc, value);
        return ~crc;
    }
}
