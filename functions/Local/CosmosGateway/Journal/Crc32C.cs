using System.Buffers.Binary;
using System.Numerics;

namespace Matinee.Local.CosmosGateway.Journal;

/// <summary>The Castagnoli checksum, which processors compute eight bytes at a time.</summary>
static class Crc32C
{
    public static uint Of(ReadOnlySpan<byte> bytes, uint seed = uint.MaxValue)
    {
        var crc = seed;
        for (; bytes.Length >= 8; bytes = bytes[8..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var one in bytes) crc = BitOperations.Crc32C(crc, one);
        return ~crc;
    }
}
