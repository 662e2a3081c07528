namespace Matinee.Engine.Ranking;

/// <summary>Keeps the best films of those offered, in memory that is given; the worst kept stands at the root.</summary>
/// <remarks>
/// A film and its score are one number: the score's bits, made to ascend, above the film's complement. So one comparison
/// decides by score and then by ascending film, as <see cref="Models.Scored"/> does.
/// </remarks>
ref struct RankHeap(Span<ulong> keys)
{
    readonly Span<ulong> _keys = keys;

    public int Count { get; private set; }

    public readonly bool IsFull => Count == _keys.Length;

    /// <summary>The score to beat; only a full heap has one.</summary>
    public float WorstScore { get; private set; }

    public static int ItemOf(ulong key) => (int)~(uint)key;

    public void Offer(int item, float score)
    {
        var key = Key(item, score);
        if (!IsFull)
        {
            _keys[Count++] = key;
            if (!IsFull) return;
            for (var at = (Count / 2) - 1; at >= 0; at--) Sink(_keys[at], at);
        }
        else if (key > _keys[0])
        {
            Sink(key, 0);
        }

        WorstScore = ScoreOf(_keys[0]);
    }

    /// <summary>All that is kept, worst first; the heap must not be used afterwards.</summary>
    public readonly ReadOnlySpan<ulong> Sorted()
    {
        var sorted = _keys[..Count];
        sorted.Sort();
        return sorted;
    }

    readonly void Sink(ulong key, int at)
    {
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= _keys.Length) break;
            if (child + 1 < _keys.Length && _keys[child + 1] < _keys[child]) child++;
            if (_keys[child] >= key) break;
            _keys[at] = _keys[child];
            at = child;
        }

        _keys[at] = key;
    }

    static ulong Key(int item, float score)
    {
        // Adding zero makes -0 the 0 it is equal to; below zero, floats ascend as their bits descend.
        var bits = BitConverter.SingleToInt32Bits(score + 0f);
        var ascending = float.IsNaN(score) ? 0 : (uint)(bits ^ (bits >> 31 | int.MinValue));
        return (ulong)ascending << 32 | ~(uint)item;
    }

    static float ScoreOf(ulong key)
    {
        var ascending = (int)(key >> 32);
        return ascending == 0 ? float.NaN : BitConverter.Int32BitsToSingle(ascending ^ (~ascending >> 31 | int.MinValue));
    }
}
