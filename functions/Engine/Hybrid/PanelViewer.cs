using Matinee.Engine.Ranking;

namespace Matinee.Engine.Hybrid;

/// <summary>A viewer that weights are tried on, and the films that could come to the top of their list.</summary>
/// <param name="Segment">New, regular or heavy, as the rows of the weights.</param>
/// <param name="Ideal">The discounted gain of the best possible list; above 0.</param>
/// <param name="Kinds">The <see cref="FilmKind"/> of each film.</param>
/// <param name="Relevant">Which of the films belong on the list.</param>
/// <param name="Own">What the own ratings add to each film's score, by member, in units of the member's scale.</param>
/// <param name="Base">What is said of each film to anyone, by member, in units of the member's scale.</param>
sealed record PanelViewer(int Segment, double Ideal, byte[] Kinds, bool[] Relevant, float[][] Own, float[][] Base)
{
    /// <summary>nDCG of the list that the weights make.</summary>
    public double Ndcg(HybridWeights weights, int k, float[] scratch)
    {
        var scores = scratch.AsSpan(0, Kinds.Length);
        scores.Clear();
        for (var m = 0; m < Own.Length; m++)
        {
            var (own, bases, ofBase) = (Own[m], Base[m], weights.Base[m]);
            var ofKind = weights.Of(m, Segment);
            for (var i = 0; i < scores.Length; i++) scores[i] += ofBase * bases[i] + ofKind[Kinds[i]] * own[i];
        }

        Span<ulong> keys = stackalloc ulong[Math.Min(k, scores.Length)];
        var kept = new RankHeap(keys);
        for (var i = 0; i < scores.Length; i++) kept.Offer(i, scores[i]);
        var gain = 0.0;
        var best = kept.Sorted();
        for (var place = 0; place < best.Length; place++)
        {
            if (Relevant[RankHeap.ItemOf(best[^(place + 1)])]) gain += Discount(place);
        }

        return gain / Ideal;
    }

    public static double Discount(int place) => 1 / Math.Log2(place + 2);
}
