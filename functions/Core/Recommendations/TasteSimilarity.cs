using System.Buffers;
using Matinee.Engine.Ranking;

namespace Matinee.Core.Recommendations;

/// <summary>
/// How alike films are to those who watch them (a model's vectors) and to those who read the list (genre, decade, director), half of each: a list
/// that differs in the one alone still looks all alike to the other.
/// </summary>
/// <param name="vectors">The likeness by the model's items.</param>
/// <param name="items">The item of each place; where one has none, what is known of the films decides alone.</param>
/// <param name="facts">The likeness by what is known of the films.</param>
sealed class TasteSimilarity(ItemSimilarity vectors, int[] items, ItemSimilarity facts) : ItemSimilarity
{
    const float OfEach = 0.5f;

    public override void Between(int item, ReadOnlySpan<int> others, Span<float> similarities)
    {
        var (pooledItems, pooledFacts) = (ArrayPool<int>.Shared.Rent(others.Length), ArrayPool<float>.Shared.Rent(others.Length));
        var there = pooledItems.AsSpan(0, others.Length);
        var byFacts = pooledFacts.AsSpan(0, others.Length);
        facts.Between(item, others, byFacts);
        var own = items[item];
        // Any item stands in where there is none; what is said of it is not used.
        for (var i = 0; i < there.Length; i++) there[i] = Math.Max(items[others[i]], 0);
        if (own >= 0) vectors.Between(own, there, similarities);
        for (var i = 0; i < byFacts.Length; i++)
            similarities[i] = own >= 0 && items[others[i]] >= 0 ? OfEach * (similarities[i] + byFacts[i]) : byFacts[i];
        ArrayPool<int>.Shared.Return(pooledItems);
        ArrayPool<float>.Shared.Return(pooledFacts);
    }
}
