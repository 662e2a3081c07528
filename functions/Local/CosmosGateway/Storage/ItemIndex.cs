using System.Runtime.InteropServices;

namespace Matinee.Local.CosmosGateway.Storage;

/// <summary>Finds items by key, by partition, by age and by change. One thread at a time.</summary>
/// <remarks>It knows keys by their hashes alone: two of the same hash are told apart by whoever reads the journal.</remarks>
sealed class ItemIndex
{
    const int Slack = 1024;

    readonly ChangeOrder _changes = new();
    Dictionary<ulong, Ends> _partitions = [];
    int[] _buckets = NewBuckets(Slack);
    SlotPages _slots = new();

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    public ref Slot this[int slot] => ref _slots[slot];

    /// <summary>The first slot that may hold a key.</summary>
    public int First(ulong key) => Matching(_buckets[Bucket(key)], key);

    /// <summary>The next slot that may hold the same key.</summary>
    public int NextSame(int slot) => Matching(_slots[slot].NextInBucket, _slots[slot].Key);

    /// <summary>The first living slot of an item younger than this one, of one partition or of all.</summary>
    public int After(long number, ulong? partition) =>
        partition is { } one ? AfterInPartition(number, one) : Living(_slots.After(number));

    /// <summary>The living slot after this one, of the same partition or of all.</summary>
    public int Next(int slot, bool inPartition) => inPartition ? _slots[slot].NextInPartition : Living(slot + 1);

    /// <summary>The place in the order of changes behind this one.</summary>
    public int ChangesAfter(long lsn) => _changes.After(lsn);

    /// <summary>The slot at a place in the order of changes, which moves on; none at the end.</summary>
    public int NextChange(ref int place) => _changes.Next(ref place, _slots);

    /// <summary>Takes a new item in: the youngest, and the last change. While a journal is read it may be any; <see cref="Settle"/> must follow.</summary>
    public void Add(Slot slot)
    {
        _changes.Add(slot.Lsn, Insert(slot), _slots, Count);
        if (Count > _buckets.Length) FillBuckets(2 * _buckets.Length);
    }

    /// <summary>Notes that an item was rewritten.</summary>
    public void Moved(int slot) => _changes.Add(_slots[slot].Lsn, slot, _slots, Count);

    public void Remove(int slot)
    {
        ref var gone = ref _slots[slot];
        Unlink(slot, gone);
        gone.Length = 0;
        Count--;
        if (_slots.Count > 2 * Count + Slack) Settle();
    }

    /// <summary>Packs the slots and puts all orders right.</summary>
    public void Settle()
    {
        var packed = _slots.Packed(Count);
        (_slots, _partitions, Count) = (new(), [], 0);
        _buckets = NewBuckets(Math.Max(Slack, packed.Count));
        for (var i = 0; i < packed.Count; i++) Insert(packed[i]);
        _changes.Rebuild(_slots, Count);
    }

    int Insert(Slot slot)
    {
        ref var bucket = ref _buckets[Bucket(slot.Key)];
        ref var ends = ref CollectionsMarshal.GetValueRefOrAddDefault(_partitions, slot.Partition, out var known);
        slot.NextInBucket = bucket;
        slot.NextInPartition = Slot.None;
        slot.PreviousInPartition = known ? ends.Last : Slot.None;
        var place = _slots.Add(slot);
        bucket = place;
        if (known) _slots[ends.Last].NextInPartition = place;
        ends = new(known ? ends.First : place, place);
        Count++;
        return place;
    }

    void Unlink(int slot, in Slot gone)
    {
        ref var link = ref _buckets[Bucket(gone.Key)];
        while (link != slot) link = ref _slots[link].NextInBucket;
        link = gone.NextInBucket;

        ref var ends = ref CollectionsMarshal.GetValueRefOrNullRef(_partitions, gone.Partition);
        var (before, after) = (gone.PreviousInPartition, gone.NextInPartition);
        if (before != Slot.None) _slots[before].NextInPartition = after;
        if (after != Slot.None) _slots[after].PreviousInPartition = before;
        if (ends.First == slot && ends.Last == slot) _partitions.Remove(gone.Partition);
        else ends = new(ends.First == slot ? after : ends.First, ends.Last == slot ? before : ends.Last);
    }

    int AfterInPartition(long number, ulong partition)
    {
        // Usually the item where a reader stopped is still there, and the chain goes on from it.
        var last = _slots.After(number) - 1;
        if (last >= 0 && _slots[last].Number == number && _slots[last].IsLive && _slots[last].Partition == partition)
            return _slots[last].NextInPartition;
        if (!_partitions.TryGetValue(partition, out var ends)) return Slot.None;
        var slot = ends.First;
        while (slot != Slot.None && _slots[slot].Number <= number) slot = _slots[slot].NextInPartition;
        return slot;
    }

    int Living(int slot)
    {
        while (slot < _slots.Count && !_slots[slot].IsLive) slot++;
        return slot < _slots.Count ? slot : Slot.None;
    }

    int Matching(int slot, ulong key)
    {
        while (slot != Slot.None && _slots[slot].Key != key) slot = _slots[slot].NextInBucket;
        return slot;
    }

    void FillBuckets(int capacity)
    {
        _buckets = NewBuckets(capacity);
        for (var slot = 0; slot < _slots.Count; slot++)
        {
            if (!_slots[slot].IsLive) continue;
            ref var bucket = ref _buckets[Bucket(_slots[slot].Key)];
            _slots[slot].NextInBucket = bucket;
            bucket = slot;
        }
    }

    int Bucket(ulong key) => (int)(key & (uint)(_buckets.Length - 1));

    static int[] NewBuckets(int capacity)
    {
        var buckets = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)capacity)];
        Array.Fill(buckets, Slot.None);
        return buckets;
    }

    /// <summary>The oldest and the youngest item of a partition.</summary>
    readonly record struct Ends(int First, int Last);
}
