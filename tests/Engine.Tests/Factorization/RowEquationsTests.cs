using Matinee.Engine.Factorization;
using Matinee.Engine.Numerics;

namespace Matinee.Engine.Tests.Factorization;

/// <summary>One row's equations against the same written out with full matrices in double.</summary>
public sealed class RowEquationsTests
{
    const int Factors = 3;
    const int Width = Factors + 1;
    const double Noise = 1.7;
    static readonly float[] s_precisions = [2, 3, 4, 5];
    static readonly float[] s_prior = [0.1f, -0.2f, 0.3f, 0.4f];
    static readonly MomentLayout s_layout = new(Factors);

    [Fact]
    public void Solve_UncertainOthers_MeanIsTheNaiveOne()
    {
        var (others, stars) = Others(6);

        var mean = Solved(others, stars).Mean.ToArray();

        var (matrix, right) = Naive(others, stars);
        var expected = Multiply(Inverse(matrix), right);
        for (var i = 0; i < Width; i++) Assert.Equal(expected[i], mean[i], 1e-4);
    }

    [Fact]
    public void WriteMoments_AfterSolve_AreExpectationsUnderThePosterior()
    {
        var (others, stars) = Others(6);
        var equations = Solved(others, stars);
        var moments = new float[s_layout.Stride];

        equations.WriteMoments(moments);

        var (matrix, right) = Naive(others, stars);
        var covariance = Inverse(matrix);
        var mean = Multiply(covariance, right);
        var at = 0;
        for (var r = 0; r < Factors; r++)
        {
            for (var c = 0; c <= r; c++) Assert.Equal(mean[r] * mean[c] + covariance[r, c], moments[at++], 1e-4);
        }

        for (var c = 0; c < Factors; c++)
        {
            Assert.Equal(mean[c], moments[s_layout.Design + c], 1e-4);
            Assert.Equal(mean[Factors] * mean[c] + covariance[Factors, c], moments[s_layout.Cross + c], 1e-4);
        }

        Assert.Equal(1f, moments[s_layout.Design + Factors]);
        Assert.Equal(mean[Factors], moments[s_layout.Bias], 1e-4);
        Assert.Equal(mean[Factors] * mean[Factors] + covariance[Factors, Factors], moments[s_layout.Square], 1e-4);
    }

    [Fact]
    public void ExpectedSquaredError_AfterMoments_IsTheMeanOverManyDraws()
    {
        var (others, stars) = Others(6);
        var equations = Solved(others, stars);
        equations.WriteMoments(new float[s_layout.Stride]);

        var error = equations.ExpectedSquaredError();

        var (matrix, right) = Naive(others, stars);
        var covariance = Inverse(matrix);
        var mean = Multiply(covariance, right);
        var random = new SeededRandom(11);
        var (root, sum) = (Root(covariance), 0.0);
        const int draws = 200_000;
        for (var draw = 0; draw < draws; draw++)
        {
            var w = Draw(mean, root, ref random);
            for (var i = 0; i < others.Length; i++)
            {
                var x = Draw(others[i].Mean, others[i].Root, ref random);
                var residual = stars[i] - w[Factors] - x[Factors];
                for (var f = 0; f < Factors; f++) residual -= w[f] * x[f];
                sum += residual * residual;
            }
        }

        Assert.Equal(sum / draws, error, error * 0.01);
    }

    static RowEquations Solved(Other[] others, float[] stars)
    {
        var moments = new float[others.Length * s_layout.Stride];
        for (var i = 0; i < others.Length; i++) others[i].WriteMoments(moments.AsSpan(i * s_layout.Stride, s_layout.Stride));
        var equations = new RowEquations(s_layout);
        equations.Collect(moments, Enumerable.Range(0, others.Length).ToArray(), stars);
        equations.Solve((float)Noise, s_precisions, s_prior);
        return equations;
    }

    static (Other[] Others, float[] Stars) Others(int count)
    {
        var random = new SeededRandom(5);
        var others = new Other[count];
        var stars = new float[count];
        for (var i = 0; i < count; i++)
        {
            var mean = new double[Width];
            var root = new double[Width, Width];
            for (var r = 0; r < Width; r++)
            {
                mean[r] = random.NextNormal();
                for (var c = 0; c <= r; c++) root[r, c] = 0.3 * random.NextNormal();
            }

            others[i] = new(mean, root);
            stars[i] = (float)random.NextNormal();
        }

        return (others, stars);
    }

    static (double[,] Matrix, double[] Right) Naive(Other[] others, float[] stars)
    {
        var matrix = new double[Width, Width];
        var right = new double[Width];
        for (var r = 0; r < Width; r++)
        {
            matrix[r, r] = s_precisions[r];
            right[r] = s_precisions[r] * s_prior[r];
            for (var i = 0; i < others.Length; i++)
            {
                for (var c = 0; c < Width; c++) matrix[r, c] += Noise * others[i].Design(r, c);
                right[r] += Noise * (stars[i] * (r < Factors ? others[i].Mean[r] : 1) - others[i].BiasTimesDesign(r));
            }
        }

        return (matrix, right);
    }

    static double[,] Inverse(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var (work, inverse) = ((double[,])matrix.Clone(), new double[n, n]);
        for (var i = 0; i < n; i++) inverse[i, i] = 1;
        for (var p = 0; p < n; p++)
        {
            var pivot = work[p, p];
            for (var c = 0; c < n; c++) (work[p, c], inverse[p, c]) = (work[p, c] / pivot, inverse[p, c] / pivot);
            for (var r = 0; r < n; r++)
            {
                var factor = work[r, p];
                for (var c = 0; r != p && c < n; c++)
                    (work[r, c], inverse[r, c]) = (work[r, c] - factor * work[p, c], inverse[r, c] - factor * inverse[p, c]);
            }
        }

        return inverse;
    }

    static double[] Multiply(double[,] matrix, double[] vector) =>
        [.. vector.Select((_, r) => vector.Select((value, c) => matrix[r, c] * value).Sum())];

    static double[,] Root(double[,] covariance)
    {
        var n = covariance.GetLength(0);
        var root = new double[n, n];
        for (var r = 0; r < n; r++)
        {
            for (var c = 0; c <= r; c++)
            {
                var sum = covariance[r, c];
                for (var k = 0; k < c; k++) sum -= root[r, k] * root[c, k];
                root[r, c] = r == c ? Math.Sqrt(sum) : sum / root[c, c];
            }
        }

        return root;
    }

    static double[] Draw(double[] mean, double[,] root, ref SeededRandom random)
    {
        var normal = new double[mean.Length];
        for (var i = 0; i < normal.Length; i++) normal[i] = random.NextNormal();
        var drawn = Multiply(root, normal);
        return [.. mean.Select((value, i) => value + drawn[i])];
    }

    /// <summary>A row of the other side: normal with this mean and covariance root·rootᵀ; the last unknown is its bias.</summary>
    sealed record Other(double[] Mean, double[,] Root)
    {
        public double Covariance(int r, int c) => Enumerable.Range(0, Width).Sum(k => Root[r, k] * Root[c, k]);

        public double Moment(int r, int c) => Mean[r] * Mean[c] + Covariance(r, c);

        public double Design(int r, int c) =>
            r < Factors && c < Factors ? Moment(r, c) : r < Factors ? Mean[r] : c < Factors ? Mean[c] : 1;

        public double BiasTimesDesign(int r) => r < Factors ? Moment(Factors, r) : Mean[Factors];

        public void WriteMoments(Span<float> moments)
        {
            var at = 0;
            for (var r = 0; r < Width; r++)
            {
                for (var c = 0; c <= r; c++) moments[at++] = (float)Design(r, c);
            }

            for (var r = 0; r < Width; r++) moments[at++] = (float)BiasTimesDesign(r);
            moments[at] = (float)Moment(Factors, Factors);
        }
    }
}
