namespace Matinee.Local.CosmosGateway.Storage;

/// <summary>Items in the order of their last change: each once, without a walk over the others.</summary>
/// <remarks>
/// A rewritten item is added again at the end and its old place dies. When more places are dead than alive, the dead ones
/// are dropped: a constant cost a change, however often an item is rewritten.
/// </remarks>
sealed class ChangeOrder
{
    const int Slack = 1024;

    long[] _lsns = new long[Slack];
    int[] _slots = new int[Slack];
    int _count;

    public void Add(long lsn, int slot, SlotPages slots, int live)
    {
        if (_count > 2 * live + Slack) DropDead(slots);
        if (_count == _lsns.Length)
        {
            Array.Resize(ref _lsns, 2 * _count);
            Array.Resize(ref _slots, 2 * _count);
        }

        (_lsns[_count], _slots[_count]) = (lsn, slot);
        _count++;
    }

    /// <summary>The place of the first change after this one.</summary>
    public int After(long lsn)
    {
        var found = Array.BinarySearch(_lsns, 0, _count, lsn);
        return found < 0 ? ~found : found + 1;
    }

    /// <summary>The slot at the first living place from here on, or none; the place moves behind it.</summary>
    public int Next(ref int place, SlotPages slots)
    {
        while (place < _count)
        {
            var (lsn, slot) = (_lsns[place], _slots[place]);
            place++;
            if (IsAlive(slots, lsn, slot)) return slot;
        }

        return Slot.None;
    }

    /// <summary>Starts again from the slots as they are.</summary>
    public void Rebuild(SlotPages slots, int live)
    {
        var capacity = live + Slack;
        (_lsns, _slots, _count) = (new long[capacity], new int[capacity], 0);
        for (var slot = 0; slot < slots.Count; slot++)
        {
            if (!slots[slot].IsLive) continue;
            (_lsns[_count], _slots[_count]) = (slots[slot].Lsn, slot);
            _count++;
        }

        Array.Sort(_lsns, _slots, 0, _count);
    }

    void DropDead(SlotPages slots)
    {
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            if (!IsAlive(slots, _lsns[i], _slots[i])) continue;
            (_lsns[kept], _slots[kept]) = (_lsns[i], _slots[i]);
            kept++;
        }

        _count = kept;
    }

    static bool IsAlive(SlotPages slots, long lsn, int slot) => slots[slot].IsLive && slots[slot].Lsn == lsn;
}
