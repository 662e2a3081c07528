namespace Matinee.Local.CosmosGateway.Storage;

/// <summary>All that memory holds of an item: 64 bytes. Its key and body stay in the journal.</summary>
struct Slot
{
    public const int None = -1;

    /// <summary>The hash of its key; a full comparison reads the key from the journal.</summary>
    public ulong Key;

    /// <summary>The item number: slots stand in its ascending order.</summary>
    public long Number;

    /// <summary>The change it was last written by.</summary>
    public long Lsn;

    /// <summary>Where its entry stands in the journal.</summary>
    public long Offset;

    /// <summary>The hash of its partition key.</summary>
    public ulong Partition;

    /// <summary>The length of its entry; 0 once it is removed. Its slot stays, so that the order holds, until slots are packed.</summary>
    public int Length;

    public uint Time;
    public int Ttl;

    /// <summary>The next slot in the same bucket of the key table.</summary>
    public int NextInBucket;

    public int NextInPartition;
    public int PreviousInPartition;

    public readonly bool IsLive => Length != 0;

    /// <summary>Has its time run out, in a container whose items live so long by themselves (null: for ever, whatever they say)?</summary>
    public readonly bool IsExpired(int? defaultTtl, uint now)
    {
        if (defaultTtl is not { } all) return false;
        var ttl = Ttl != 0 ? Ttl : all;
        return ttl > 0 && (ulong)Time + (uint)ttl <= now;
    }
}
