using Matinee.Local.CosmosGateway.Journal;

namespace Matinee.Local.CosmosGateway.Items;

/// <summary>One version of an item, as the journal has it.</summary>
sealed class StoredItem
{
    public StoredItem(byte[] entry)
    {
        if (!JournalEntry.TryRead(entry, out var read)) throw new GatewayException("The journal does not hold what its index says. Start again.");
        (Lsn, Number, Time, Ttl) = (read.Lsn, read.Number, read.Time, read.Ttl);
        Partition = entry.AsMemory(JournalEntry.Prefix, read.Partition.Length);
        Body = entry.AsMemory(read.Length - read.Body.Length, read.Body.Length);
    }

    public StoredItem(long lsn, long number, uint time, ItemBody body)
    {
        (Lsn, Number, Time, Ttl) = (lsn, number, time, body.Ttl);
        (Partition, Body) = (body.Partition.Bytes, body.Json);
    }

    public long Lsn { get; }

    public long Number { get; }

    public uint Time { get; }

    public int Ttl { get; }

    public ReadOnlyMemory<byte> Partition { get; }

    /// <summary>The document without system properties.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    public string ETag(ResourceId container) => SystemProperties.ETag(Lsn, container, Time);

    /// <summary>The document as clients see it.</summary>
    public byte[] Render(ResourceId container, bool withLsn = false) =>
        SystemProperties.Render(Body.Span, container, Number, Lsn, Time, withLsn);
}
