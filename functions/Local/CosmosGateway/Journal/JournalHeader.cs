using System.Buffers.Binary;

namespace Matinee.Local.CosmosGateway.Journal;

/// <summary>What a journal file says about itself: whose it is, and where its counters stood when it was begun.</summary>
/// <remarks>A compacted journal no longer shows the last LSN in its records when the last change was a removal.</remarks>
readonly record struct JournalHeader(ulong Container, long Lsn, long Number, uint Time)
{
    public byte[] ToBytes()
    {
        var bytes = new byte[JournalLayout.HeaderLength];
        JournalLayout.Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), JournalLayout.Version);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(16), Container);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(24), Lsn);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(32), Number);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(40), Time);
        BinaryPrimitives.WriteUInt32LittleEndian(
            bytes.AsSpan(JournalLayout.HeaderChecksumAt),
            Crc32C.Of(bytes.AsSpan(0, JournalLayout.HeaderChecksumAt)));
        return bytes;
    }

    /// <exception cref="GatewayException">It is no journal, or its header is damaged.</exception>
    public static JournalHeader Read(JournalFile file)
    {
        Span<byte> bytes = stackalloc byte[JournalLayout.HeaderLength];
        if (file.Read(0, bytes) < bytes.Length || !bytes.StartsWith(JournalLayout.Magic))
            throw new GatewayException($"{file.Path} does not begin like a journal. Restore it from a backup, or move it away and delete the container.");
        var checksum = BinaryPrimitives.ReadUInt32LittleEndian(bytes[JournalLayout.HeaderChecksumAt..]);
        if (checksum != Crc32C.Of(bytes[..JournalLayout.HeaderChecksumAt]))
            throw new GatewayException($"The header of {file.Path} (offset 0) is damaged. Restore the file from a backup.");
        var version = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        if (version != JournalLayout.Version)
            throw new GatewayException($"{file.Path} has format version {version}, this program reads {JournalLayout.Version}. Use the program that wrote it.");
        return new(
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[24..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[32..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[40..]));
    }
}
