using System.Diagnostics;

namespace Matinee.Local.CosmosGateway.Storage;

/// <summary>A list of slots in ascending order of item numbers, which grows without copying.</summary>
sealed class SlotPages
{
    const int Bits = 12;
    const int PageLength = 1 << Bits;

    readonly List<Slot[]> _pages = [];

    public int Count { get; private set; }

    public ref Slot this[int index] => ref _pages[index >> Bits][index & (PageLength - 1)];

    public int Add(in Slot slot)
    {
        if (Count == _pages.Count * PageLength) _pages.Add(new Slot[PageLength]);
        this[Count] = slot;
        return Count++;
    }

    /// <summary>The first slot whose item number is above this one.</summary>
    public int After(long number)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (this[middle].Number > number) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    /// <summary>The living slots alone, in ascending order, wherever they stood before.</summary>
    public SlotPages Packed(int live)
    {
        var packed = new SlotPages();
        var sorted = true;
        for (var i = 0; i < Count; i++)
        {
            ref var slot = ref this[i];
            if (!slot.IsLive) continue;
            sorted &= packed.Count == 0 || packed[packed.Count - 1].Number < slot.Number;
            packed.Add(slot);
        }

        Debug.Assert(packed.Count == live);
        return sorted ? packed : packed.Sorted();
    }

    SlotPages Sorted()
    {
        var (numbers, places) = (new long[Count], new int[Count]);
        for (var i = 0; i < Count; i++) (numbers[i], places[i]) = (this[i].Number, i);
        Array.Sort(numbers, places);
        var sorted = new SlotPages();
        foreach (var place in places) sorted.Add(this[place]);
        return sorted;
    }
}
