using Matinee.Engine.Ratings;

namespace Matinee.Engine.Evaluation;

/// <summary>One viewer's list against what the viewer went on to rate: the accuracy metrics, each as <see cref="Metric"/> defines it.</summary>
/// <param name="hits">For each place of the list the stars in halves of the relevant film there, 0 where it is not relevant.</param>
/// <param name="relevant">The stars in halves of all relevant films, most first; at least one.</param>
/// <param name="k">How long the list might be.</param>
readonly ref struct ListHits(ReadOnlySpan<byte> hits, ReadOnlySpan<byte> relevant, int k)
{
    readonly ReadOnlySpan<byte> _hits = hits;
    readonly ReadOnlySpan<byte> _relevant = relevant;

    /// <summary>The accuracy metrics in the order that <see cref="Fill"/> writes them.</summary>
    public static ReadOnlySpan<Metric> Metrics =>
    [
        Metric.Ndcg, Metric.GradedNdcg, Metric.Precision, Metric.Recall, Metric.AveragePrecision, Metric.ReciprocalRank, Metric.HitRate,
    ];

    /// <summary>Writes the values of <see cref="Metrics"/>.</summary>
    public void Fill(Span<double> values)
    {
        var (dcg, graded, count, precisions, reciprocal) = (0.0, 0.0, 0, 0.0, 0.0);
        for (var i = 0; i < _hits.Length; i++)
        {
            if (_hits[i] == 0) continue;
            count++;
            dcg += Discount(i);
            graded += Gain(_hits[i]) * Discount(i);
            precisions += (double)count / (i + 1);
            if (count == 1) reciprocal = 1.0 / (i + 1);
        }

        var (ideal, idealGraded) = (0.0, 0.0);
        for (var i = 0; i < Math.Min(k, _relevant.Length); i++)
        {
            ideal += Discount(i);
            idealGraded += Gain(_relevant[i]) * Discount(i);
        }

        values[0] = dcg / ideal;
        values[1] = graded / idealGraded;
        values[2] = (double)count / k;
        values[3] = (double)count / _relevant.Length;
        values[4] = precisions / _relevant.Length;
        values[5] = reciprocal;
        values[6] = count > 0 ? 1 : 0;
    }

    static double Discount(int index) => 1 / Math.Log2(index + 2);

    static double Gain(byte halves) => Math.Pow(2, Stars.FromHalves(halves)) - 1;
}
