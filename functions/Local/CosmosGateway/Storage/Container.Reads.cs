using Matinee.Local.CosmosGateway.Items;

namespace Matinee.Local.CosmosGateway.Storage;

sealed partial class Container
{
    // Small enough that nobody waits for it, large enough that the lock costs nothing.
    const int ChunkLength = 256;

    /// <summary>An item by its key; null where there is none or its time has run out.</summary>
    public StoredItem? Read(ItemKey key)
    {
        Location location;
        lock (_gate)
        {
            var slot = FindLiving(key, Now());
            if (slot == Slot.None) return null;
            location = LocationOf(slot);
        }

        return location.Read();
    }

    /// <summary>The items of a partition, or of all, in the order of their creation, from behind a number.</summary>
    /// <remarks>
    /// Not a snapshot: what is written meanwhile may or may not be seen, but nothing is seen twice and nothing that stays
    /// there is missed.
    /// </remarks>
    public IEnumerable<StoredItem> Scan(PartitionKey? partition, long after = 0)
    {
        var chunk = new List<Location>(ChunkLength);
        while (true)
        {
            chunk.Clear();
            lock (_gate)
            {
                var now = Now();
                var slot = _index.After(after, partition?.Hash);
                for (; slot != Slot.None && chunk.Count < ChunkLength; slot = _index.Next(slot, partition is not null))
                {
                    after = _index[slot].Number;
                    if (!IsExpired(slot, now)) chunk.Add(LocationOf(slot));
                }

                if (slot == Slot.None) after = long.MaxValue;
            }

            foreach (var location in chunk)
            {
                var item = location.Read();
                if (IsIn(item, partition)) yield return item;
            }

            if (after == long.MaxValue) yield break;
        }
    }

    /// <summary>The changed items of a partition, or of all, in the order of their last change, from behind one.</summary>
    public IEnumerable<StoredItem> Changes(PartitionKey? partition, long after)
    {
        var chunk = new List<Location>(ChunkLength);
        do
        {
            chunk.Clear();
            lock (_gate) after = partition is null ? TakeChanges(after, chunk, long.MaxValue) : TakeChangesOf(partition.Hash, after, chunk);

            foreach (var location in chunk)
            {
                var item = location.Read();
                if (IsIn(item, partition)) yield return item;
            }
        } while (after != long.MaxValue);
    }

    /// <summary>The last change that is not after a time.</summary>
    public long LastChangeUntil(uint time)
    {
        lock (_gate)
        {
            // Times of changes never go back, so the first later one ends the walk; a reader asks for it once, when it starts.
            var (place, last) = (0, 0L);
            for (var slot = _index.NextChange(ref place); slot != Slot.None && _index[slot].Time <= time; slot = _index.NextChange(ref place))
                last = _index[slot].Lsn;
            return last;
        }
    }

    long TakeChanges(long after, List<Location> chunk, long until)
    {
        var (now, place) = (Now(), _index.ChangesAfter(after));
        while (chunk.Count < ChunkLength)
        {
            var slot = _index.NextChange(ref place);
            if (slot == Slot.None || _index[slot].Lsn > until) return long.MaxValue;
            after = _index[slot].Lsn;
            if (!IsExpired(slot, now)) chunk.Add(LocationOf(slot));
        }

        return after;
    }

    // A partition has no order of changes of its own: its items are sorted whenever somebody asks.
    long TakeChangesOf(ulong partition, long after, List<Location> chunk)
    {
        var now = Now();
        var changed = new PriorityQueue<int, long>();
        for (var slot = _index.After(0, partition); slot != Slot.None; slot = _index.Next(slot, inPartition: true))
        {
            if (_index[slot].Lsn > after && !IsExpired(slot, now)) changed.Enqueue(slot, _index[slot].Lsn);
        }

        while (changed.TryDequeue(out var slot, out _)) chunk.Add(LocationOf(slot));
        return long.MaxValue;
    }

    int FindLiving(ItemKey key, uint now)
    {
        var slot = Find(key.Hash, key.Partition.Bytes, key.IdBytes);
        return slot != Slot.None && !IsExpired(slot, now) ? slot : Slot.None;
    }

    bool IsExpired(int slot, uint now) => _index[slot].IsExpired(_definition.DefaultTtl, now);

    Location LocationOf(int slot) => new(_file, _index[slot].Offset, _index[slot].Length);

    // Two partitions may share a hash; the entry itself knows.
    static bool IsIn(StoredItem item, PartitionKey? partition) =>
        partition is null || item.Partition.Span.SequenceEqual(partition.Bytes);
}
