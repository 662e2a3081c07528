using Matinee.Engine.Factorization;
using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Tests.Models;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Factorization;

public sealed class DeviationTests
{
    static readonly Lazy<FactorizationModel> s_model = new(() =>
        (FactorizationModel)new FactorizationTrainer(new() { Factors = 5 }).Fit(Interactions.From(ContractRatings.CommunityRows()), new TrainingRun()));

    [Fact]
    public void ProductMoments_OfNormalRows_AreThoseOfDrawnOnes()
    {
        // Rows that are certain: the moments of products are products.
        var layout = new MomentLayout(3);
        var random = new SeededRandom(6);
        var (one, other) = (new double[4], new double[4]);
        var (mean, square) = (0.0, 0.0);
        var (ones, others) = (new float[layout.Stride], new float[layout.Stride]);
        const int draws = 50;
        var (left, right) = (new List<double[]>(), new List<double[]>());
        for (var i = 0; i < draws; i++)
        {
            for (var k = 0; k < 4; k++) (one[k], other[k]) = (random.NextNormal(), 0.5 + random.NextNormal());
            (left, right) = ([.. left, one.ToArray()], [.. right, other.ToArray()]);
            AddMoments(layout, one, ones, draws);
            AddMoments(layout, other, others, draws);
        }

        // Rows that are one of some with equal chance, independently: all pairs are equally likely.
        foreach (var (u, q) in from u in left from q in right select (u, q))
        {
            var sum = u[3] + q[3] + Enumerable.Range(0, 3).Sum(k => u[k] * q[k]);
            mean += sum / (draws * draws);
            square += sum * sum / (draws * draws);
        }

        var moments = layout.ProductMoments(ones, others);

        Assert.Equal(mean, moments.Mean, 1e-4);
        Assert.Equal(square, moments.Square, 1e-3);
    }

    [Fact]
    public void Deviation_MoreRatings_IsSmallerAndNeverBelowTheNoise()
    {
        var own = Interactions.From(ContractRatings.CommunityRows()).OfUser(3).ToOwn();
        var noise = 1 / Math.Sqrt(s_model.Value.Weights.NoisePrecision);

        var newcomer = Assert.IsAssignableFrom<IUncertainViewer>(s_model.Value.FoldIn([]));
        var known = Assert.IsAssignableFrom<IUncertainViewer>(s_model.Value.FoldIn(own));

        for (var item = 0; item < s_model.Value.Items.Count; item++)
        {
            Assert.True(known.Deviation(item) < newcomer.Deviation(item), $"film {item}");
            Assert.True(known.Deviation(item) > noise, $"film {item}");
        }

        // Of a film that nobody knows less is known than of most others.
        Assert.True(known.Deviation(-1) > Enumerable.Range(0, 100).Average(item => known.Deviation(item)));
        Assert.Equal(known.Deviation(-1), known.Deviation(int.MaxValue));
    }

    [Fact]
    public void Deviation_ModelOfNothing_IsSound()
    {
        var model = new FactorizationTrainer(new()).Fit(Interactions.From([]), new TrainingRun());

        Assert.InRange(Assert.IsAssignableFrom<IUncertainViewer>(model.FoldIn([])).Deviation(0), 0.5f, 3f);
    }

    static void AddMoments(MomentLayout layout, double[] row, float[] moments, int draws)
    {
        var at = 0;
        for (var r = 0; r < layout.Factors; r++)
        {
            for (var c = 0; c <= r; c++) moments[at++] += (float)(row[r] * row[c] / draws);
        }

        for (var k = 0; k < layout.Factors; k++)
        {
            moments[layout.Design + k] += (float)(row[k] / draws);
            moments[layout.Cross + k] += (float)(row[k] * row[3] / draws);
        }

        moments[layout.Cross - 1] = 1;
        moments[layout.Bias] += (float)(row[3] / draws);
        moments[layout.Square] += (float)(row[3] * row[3] / draws);
    }
}
