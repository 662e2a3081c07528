using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Matinee.Engine.Models;
using Matinee.Engine.Numerics;

namespace Matinee.Engine.Ranking;

/// <summary>The best films of a whole catalogue, best first (in the order of <see cref="Scored"/>).</summary>
/// <remarks>
/// One pass: most films fall at one comparison with the worst that is kept, eight at a time; the rest go through a bounded
/// heap. Leaving out is part of the pass, so the list is as long as asked for while there are enough films left.
/// </remarks>
public static class TopItems
{
    /// <summary>The best of a viewer's films.</summary>
    /// <param name="viewer">Who scores.</param>
    /// <param name="items">How many films the viewer's model knows.</param>
    /// <param name="count">How many are asked for; fewer come only when fewer are left.</param>
    /// <param name="excluded">Films that never come.</param>
    /// <param name="allowed">The only films that may come; all where it is null.</param>
    public static Scored[] Of(IViewer viewer, int items, int count, ItemSet? excluded = null, ItemSet? allowed = null)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentOutOfRangeException.ThrowIfNegative(items);
        var pooled = ArrayPool<float>.Shared.Rent(items);
        try
        {
            var scores = pooled.AsSpan(0, items);
            viewer.ScoreAll(scores);
            return Of(scores, count, excluded, allowed);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(pooled);
        }
    }

    /// <summary>The best of films whose scores are known; a score that is not a number ranks behind all numbers.</summary>
    /// <param name="scores">The score of every film, in order.</param>
    /// <param name="count">How many are asked for; fewer come only when fewer are left.</param>
    /// <param name="excluded">Films that never come.</param>
    /// <param name="allowed">The only films that may come; all where it is null.</param>
    public static Scored[] Of(ReadOnlySpan<float> scores, int count, ItemSet? excluded = null, ItemSet? allowed = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        count = Math.Min(count, scores.Length);
        if (count == 0) return [];
        var pooled = ArrayPool<ulong>.Shared.Rent(count);
        try
        {
            var kept = new RankHeap(pooled.AsSpan(0, count));
            Collect(scores, ref kept, excluded, allowed);
            var top = new Scored[kept.Count];
            var keys = kept.Sorted();
            for (var i = 0; i < top.Length; i++)
            {
                var item = RankHeap.ItemOf(keys[^(i + 1)]);
                top[i] = new(item, scores[item]);
            }

            return top;
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(pooled);
        }
    }

    static void Collect(ReadOnlySpan<float> scores, ref RankHeap kept, ItemSet? excluded, ItemSet? allowed)
    {
        var item = 0;
        for (; item < scores.Length && !kept.IsFull; item++) Offer(item, scores[item], ref kept, excluded, allowed);

        if (Kernels.IsVectorized)
        {
            ref var start = ref MemoryMarshal.GetReference(scores);
            for (; item <= scores.Length - Vector256<float>.Count; item += Vector256<float>.Count)
            {
                // "Not below or equal" rather than "above": it lets NaN through to the heap, which knows its place.
                var fallen = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref start, (nuint)item), Vector256.Create(kept.WorstScore));
                for (var left = ~fallen.ExtractMostSignificantBits() & 0xFF; left != 0; left &= left - 1)
                {
                    var candidate = item + BitOperations.TrailingZeroCount(left);
                    Offer(candidate, scores[candidate], ref kept, excluded, allowed);
                }
            }
        }

        for (; item < scores.Length; item++)
        {
            if (!(scores[item] <= kept.WorstScore)) Offer(item, scores[item], ref kept, excluded, allowed);
        }
    }

    static void Offer(int item, float score, ref RankHeap kept, ItemSet? excluded, ItemSet? allowed)
    {
        if (excluded?.Contains(item) == true || allowed?.Contains(item) == false) return;
        kept.Offer(item, score);
    }
}
