using Matinee.Engine.Evaluation;

namespace Matinee.Engine.Tests.Evaluation;

public sealed class ListHitsTests
{
    [Fact]
    public void Fill_TwoOfThreeListed_EqualsHandWorkedValues()
    {
        // k = 5; places 1 (3 stars) and 4 (5 stars) are relevant, a relevant film with 4 stars is not listed.
        // DCG = 1/log2(2) + 1/log2(5) = 1 + 0.430677 = 1.430677
        // ideal = 1/log2(2) + 1/log2(3) + 1/log2(4) = 1 + 0.630930 + 0.5 = 2.130930; nDCG = 0.671386
        // gains 2^3-1 = 7, 2^5-1 = 31, 2^4-1 = 15: DCG = 7 + 31 * 0.430677 = 20.350977
        // ideal = 31 + 15 * 0.630930 + 7 * 0.5 = 43.963946; graded nDCG = 0.462902
        // precision = 2/5, recall = 2/3, AP = (1/1 + 2/4) / 3 = 0.5, reciprocal rank = 1
        Check([6, 0, 0, 10, 0], [10, 8, 6], 5, 0.671386, 0.462902, 0.4, 0.666667, 0.5, 1, 1);
    }

    [Fact]
    public void Fill_FirstHitAtThirdPlaceOfAShortList_DividesByK()
    {
        // k = 4 but only 3 films listed, the third relevant (5 stars), one more relevant film (0.5 stars) missed.
        // DCG = 1/log2(4) = 0.5; ideal = 1 + 0.630930; nDCG = 0.306574
        // gains 31 and 2^0.5-1 = 0.414214: 15.5 / (31 + 0.414214 * 0.630930 = 31.261340) = 0.495820
        // precision = 1/4, recall = 1/2, AP = (1/3) / 2 = 0.166667, reciprocal rank = 1/3
        Check([0, 0, 10], [10, 1], 4, 0.306574, 0.495820, 0.25, 0.5, 0.166667, 0.333333, 1);
    }

    [Fact]
    public void Fill_MoreRelevantThanPlaces_PerfectListHasFullNdcgAndPrecisionButNotRecall()
    {
        // k = 2, both relevant of 4 with equal stars: nDCG = 1, precision = 1, recall = 2/4, AP = (1 + 1) / 4.
        Check([8, 8], [8, 8, 8, 8], 2, 1, 1, 1, 0.5, 0.5, 1, 1);
    }

    [Fact]
    public void Fill_NothingHit_IsZeroEverywhere() => Check([0, 0, 0], [10], 3, 0, 0, 0, 0, 0, 0, 0);

    [Fact]
    public void Fill_EmptyList_IsZeroEverywhere() => Check([], [10], 3, 0, 0, 0, 0, 0, 0, 0);

    static void Check(byte[] hits, byte[] relevant, int k, params double[] expected)
    {
        var values = new double[ListHits.Metrics.Length];
        new ListHits(hits, relevant, k).Fill(values);

        for (var i = 0; i < values.Length; i++)
            Assert.True(Math.Abs(expected[i] - values[i]) < 1e-6, $"{ListHits.Metrics[i]}: {values[i]}, by hand {expected[i]}");
    }
}
