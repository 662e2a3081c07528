using System.Numerics;

namespace Matinee.Engine.Ranking;

/// <summary>A set of films, immutable, one bit each: what a list must leave out, or all it may hold.</summary>
public sealed class ItemSet
{
    const int BitsShift = 6;

    readonly ulong[] _bits;

    ItemSet(ulong[] bits)
    {
        _bits = bits;
        foreach (var word in bits) Count += BitOperations.PopCount(word);
    }

    /// <summary>No film at all.</summary>
    public static ItemSet Empty { get; } = new([]);

    /// <summary>How many films are in it.</summary>
    public int Count { get; }

    /// <summary>The set of some films, in any order, repeats allowed; a film the model does not know (-1) is in no set.</summary>
    public static ItemSet Of(params ReadOnlySpan<int> items)
    {
        var last = -1;
        foreach (var item in items) last = Math.Max(last, item);
        if (last < 0) return Empty;
        var bits = new ulong[(last >> BitsShift) + 1];
        foreach (var item in items)
        {
            if (item >= 0) bits[item >> BitsShift] |= 1UL << item;
        }

        return new(bits);
    }

    /// <summary>Is the film in it?</summary>
    public bool Contains(int item)
    {
        var word = (uint)item >> BitsShift;
        return word < (uint)_bits.Length && (_bits[word] >> item & 1) != 0;
    }

    /// <summary>The films of either set.</summary>
    public ItemSet Union(ItemSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (longer, shorter) = _bits.Length >= other._bits.Length ? (_bits, other._bits) : (other._bits, _bits);
        var bits = longer.AsSpan().ToArray();
        for (var i = 0; i < shorter.Length; i++) bits[i] |= shorter[i];
        return new(bits);
    }

    /// <summary>The films of both sets.</summary>
    public ItemSet Intersect(ItemSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var bits = new ulong[Math.Min(_bits.Length, other._bits.Length)];
        for (var i = 0; i < bits.Length; i++) bits[i] = _bits[i] & other._bits[i];
        return new(bits);
    }
}
