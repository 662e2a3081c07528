using System.Buffers.Binary;

namespace Matinee.Local.CosmosGateway.Journal;

/// <summary>Where things stand in a journal file.</summary>
/// <remarks>
/// <code>
/// header  "MATINEEJ" | version i32 | 0 i32 | container id u64 | last LSN i64 | last item number i64 | last time u32 | CRC-32C u32
/// record  FE FF 4D 4A | length u32 | CRC-32C u32 (of length and payload) | payload
/// payload durable i64 | entries (see JournalEntry)
/// </code>
/// Everything is little endian. The first two bytes of a record can't occur in UTF-8 text, so no document looks like
/// a record. <c>durable</c> is the file position that was known to be on disk when the record was written: it tells a tail
/// that a power cut tore (nobody relied on it) from damage to what had been acknowledged.
/// </remarks>
static class JournalLayout
{
    public const int Version = 1;
    public const int HeaderLength = 48;
    public const int HeaderChecksumAt = HeaderLength - 4;
    public const int RecordPrefix = 12;
    public const int PayloadPrefix = 8;

    /// <summary>No record is larger; a length above it is damage.</summary>
    public const int MaxPayload = 1 << 26;

    public static ReadOnlySpan<byte> Magic => "MATINEEJ"u8;

    public static ReadOnlySpan<byte> RecordMark => [0xFE, 0xFF, 0x4D, 0x4A];

    /// <summary>Reads a record's prefix; false where none can begin.</summary>
    public static bool TryReadPrefix(ReadOnlySpan<byte> prefix, out int length, out uint checksum)
    {
        (length, checksum) = (0, 0);
        if (prefix.Length < RecordPrefix || !prefix.StartsWith(RecordMark)) return false;
        length = BinaryPrimitives.ReadInt32LittleEndian(prefix[4..]);
        checksum = BinaryPrimitives.ReadUInt32LittleEndian(prefix[8..]);
        return length is >= PayloadPrefix and <= MaxPayload;
    }

    public static uint Checksum(int length, ReadOnlySpan<byte> payload) =>
        Crc32C.Of(payload, System.Numerics.BitOperations.Crc32C(uint.MaxValue, (uint)length));
}
