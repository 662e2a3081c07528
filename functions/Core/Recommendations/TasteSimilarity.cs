using System.Buffers;
using Matinee.Engine.Ranking;

namespace Matinee.Core.Recommendations;

/// <summary>
/// How alike films are to those who watch them (a model's vectors) and to those who read the list (genre, decade, director), half of each: a list
/// that differs in the one alone still looks all alike to the other.
/// </summary>
/// <param name="vectors">The likeness by the model's items.</param>
/// <param name="items">The item of each place; only places that have one may be asked for.</param>
/// <param name="facts">The likeness by what is known of the films.</param>
sealed class TasteSimilarity(ItemSimilarity vectors, int[] items, ItemSimilarity facts) : ItemSimilarity
{
    const float OfEach = 0.5f;

    public override void Between(int item, ReadOnlySpan<int> others, Span<float> similarities)
    {
        var (pooledItems, pooledFacts) = (ArrayPool<int>.Shared.Rent(others.Length), ArrayPool<float>.Shared.Rent(others.Length));
        var there = pooledItems.AsSpan(0, others.Length);
        var byFacts = pooledFacts.AsSpan(0, others.Length);
        for (var i = 0; i < there.Length; i++) there[i] = items[others[i]];
        vectors.Between(items[item], there, similarities);
        facts.Between(item, others, byFacts);
        for (var i = 0; i < byFacts.Length; i++) similarities[i] = OfEach * (similarities[i] + byFacts[i]);
        ArrayPool<int>.Shared.Return(pooledItems);
        ArrayPool<float>.Shared.Return(pooledFacts);
    }
}
