using System.Buffers.Binary;

namespace Matinee.Local.CosmosGateway.Journal;

/// <summary>One change of one item as a record holds it: its whole new body, or its removal.</summary>
/// <remarks>
/// <code>kind u8 | LSN i64 | item number i64 | time u32 | ttl i32 | partition length u16 | id length u16 | body length i32 | partition | id | body</code>
/// </remarks>
readonly ref struct JournalEntry
{
    public const int Prefix = 33;

    const byte Put = 1;
    const byte Remove = 2;

    /// <summary>No body says that the item was removed: a document is never empty.</summary>
    public bool IsRemoval => Body.IsEmpty;

    /// <summary>The container's counter of changes: the item's place in the change feed, and its ETag.</summary>
    public required long Lsn { get; init; }

    /// <summary>The container's counter of created items: the item's RID, and its place in scans.</summary>
    public required long Number { get; init; }

    /// <summary>Seconds since 1970 of the change.</summary>
    public required uint Time { get; init; }

    /// <summary>The item's own time to live; 0 without one.</summary>
    public int Ttl { get; init; }

    public required ReadOnlySpan<byte> Partition { get; init; }

    public required ReadOnlySpan<byte> Id { get; init; }

    public ReadOnlySpan<byte> Body { get; init; }

    public int Length => Prefix + Partition.Length + Id.Length + Body.Length;

    public void Write(Span<byte> target)
    {
        target[0] = IsRemoval ? Remove : Put;
        BinaryPrimitives.WriteInt64LittleEndian(target[1..], Lsn);
        BinaryPrimitives.WriteInt64LittleEndian(target[9..], Number);
        BinaryPrimitives.WriteUInt32LittleEndian(target[17..], Time);
        BinaryPrimitives.WriteInt32LittleEndian(target[21..], Ttl);
        BinaryPrimitives.WriteUInt16LittleEndian(target[25..], checked((ushort)Partition.Length));
        BinaryPrimitives.WriteUInt16LittleEndian(target[27..], checked((ushort)Id.Length));
        BinaryPrimitives.WriteInt32LittleEndian(target[29..], Body.Length);
        Partition.CopyTo(target[Prefix..]);
        Id.CopyTo(target[(Prefix + Partition.Length)..]);
        Body.CopyTo(target[(Prefix + Partition.Length + Id.Length)..]);
    }

    /// <summary>Reads the entry at the start of some bytes; false where there is no whole one.</summary>
    public static bool TryRead(ReadOnlySpan<byte> source, out JournalEntry entry)
    {
        entry = default;
        if (source.Length < Prefix || source[0] is not (Put or Remove)) return false;
        int partition = BinaryPrimitives.ReadUInt16LittleEndian(source[25..]);
        int id = BinaryPrimitives.ReadUInt16LittleEndian(source[27..]);
        var body = BinaryPrimitives.ReadInt32LittleEndian(source[29..]);
        if (body < 0 || body > source.Length - Prefix - partition - id || (body == 0) != (source[0] == Remove)) return false;
        entry = new()
        {
            Lsn = BinaryPrimitives.ReadInt64LittleEndian(source[1..]),
            Number = BinaryPrimitives.ReadInt64LittleEndian(source[9..]),
            Time = BinaryPrimitives.ReadUInt32LittleEndian(source[17..]),
            Ttl = BinaryPrimitives.ReadInt32LittleEndian(source[21..]),
            Partition = source.Slice(Prefix, partition),
            Id = source.Slice(Prefix + partition, id),
            Body = source.Slice(Prefix + partition + id, body),
        };
        return true;
    }

    /// <summary>Do these bytes, which may end behind the id, begin an entry of this item?</summary>
    public static bool IsOf(ReadOnlySpan<byte> source, ReadOnlySpan<byte> partition, ReadOnlySpan<byte> id) =>
        source.Length >= Prefix + partition.Length + id.Length
        && BinaryPrimitives.ReadUInt16LittleEndian(source[25..]) == partition.Length
        && BinaryPrimitives.ReadUInt16LittleEndian(source[27..]) == id.Length
        && source.Slice(Prefix, partition.Length).SequenceEqual(partition)
        && source.Slice(Prefix + partition.Length, id.Length).SequenceEqual(id);
}
