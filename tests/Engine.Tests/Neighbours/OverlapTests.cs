using Matinee.Engine.Neighbours;

namespace Matinee.Engine.Tests.Neighbours;

public sealed class OverlapTests
{
    [Fact]
    public void Similarity_ThreeCommonRatings_IsTheShrunkCorrelation()
    {
        var overlap = new Overlap();
        overlap.Add(1f, 2f);
        overlap.Add(-1f, 1f);
        overlap.Add(2f, -0.5f);

        // Products 2 - 1 - 1 = 0.
        Assert.Equal(0f, overlap.Similarity(0));
        overlap.Add(2f, 2f);

        // Products 4, squares 10 and 9.25, four in common.
        Assert.Equal(4, overlap.Common);
        Assert.Equal(4 / Math.Sqrt(92.5), overlap.Similarity(0), 1e-6);
        Assert.Equal(4 / Math.Sqrt(92.5) * 4 / 10, overlap.Similarity(6), 1e-6);
    }

    [Fact]
    public void Similarity_SameAndOppositeTastes_AreOneAndMinusOne()
    {
        var (same, opposite) = (new Overlap(), new Overlap());
        for (var i = 1; i < 50; i++)
        {
            same.Add(0.1f * i, 0.3f * i);
            opposite.Add(0.1f * i, -0.3f * i);
        }

        Assert.Equal(1, same.Similarity(0), 1e-5);
        Assert.Equal(-1, opposite.Similarity(0), 1e-5);
        Assert.InRange(same.Similarity(0), 0, 1);
    }

    [Fact]
    public void Similarity_NothingInCommonOrNothingBeyondTheBaseline_IsNone()
    {
        var (zeros, rounding) = (new Overlap(), new Overlap());
        for (var i = 0; i < 9; i++)
        {
            zeros.Add(0, 0);
            rounding.Add(1e-7f, 1e-7f);
        }

        Assert.Equal(0, new Overlap().Similarity(0));
        Assert.Equal(0, zeros.Similarity(0));
        Assert.InRange(rounding.Similarity(0), 0, 1e-6f);
    }
}
