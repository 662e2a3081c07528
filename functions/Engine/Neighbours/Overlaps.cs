using Matinee.Engine.Models;
using Matinee.Engine.Ranking;

namespace Matinee.Engine.Neighbours;

/// <summary>One row of all overlaps at a time: the scratch of a thread.</summary>
sealed class Overlaps(int count, int neighbours)
{
    readonly Overlap[] _row = new Overlap[count];
    readonly int[] _touched = new int[count];
    readonly ulong[] _keys = new ulong[neighbours];
    int _touchedCount;

    public void Add(int other, float own, float others)
    {
        ref var overlap = ref _row[other];
        if (overlap.Common == 0) _touched[_touchedCount++] = other;
        overlap.Add(own, others);
    }

    /// <summary>The nearest of a row, best first, without the row itself; the scratch is empty again afterwards.</summary>
    public Scored[] TakeNearest(int self, float shrinkage)
    {
        var heap = new RankHeap(_keys);
        foreach (var other in _touched.AsSpan(0, _touchedCount))
        {
            var similarity = _row[other].Similarity(shrinkage);
            if (similarity > 0 && other != self) heap.Offer(other, similarity);
        }

        var nearest = new Scored[heap.Count];
        var keys = heap.Sorted();
        for (var i = 0; i < nearest.Length; i++)
        {
            var other = RankHeap.ItemOf(keys[^(i + 1)]);
            nearest[i] = new(other, _row[other].Similarity(shrinkage));
        }

        foreach (var other in _touched.AsSpan(0, _touchedCount)) _row[other] = default;
        _touchedCount = 0;
        return nearest;
    }
}
