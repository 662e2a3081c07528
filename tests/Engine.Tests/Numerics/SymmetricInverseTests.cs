using Matinee.Engine.Numerics;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Numerics;

[Trait("Road", "Either")]
public sealed class SymmetricInverseTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(275)]
    public void Invert_AnyOrder_EqualsANaiveInverseInDouble(int order)
    {
        var matrix = Random(order);
        var expected = NaiveInverse.Of(matrix);

        var inverse = Filled(matrix);
        SymmetricInverse.Invert(inverse, new TrainingRun { Threads = 2 }, "Inverting");

        var largest = expected.Cast<double>().Select(Math.Abs).DefaultIfEmpty().Max();
        for (var r = 0; r < order; r++)
        {
            for (var c = 0; c < order; c++) Assert.Equal(expected[r, c], inverse.Row(r)[c], 1e-5 * largest);
        }
    }

    [Fact]
    public void Invert_UpperTriangle_IsNotRead()
    {
        var matrix = Random(40);
        var (plain, strewn) = (Filled(matrix), Filled(matrix));
        for (var r = 0; r < 40; r++) strewn.Row(r)[(r + 1)..].Fill(float.NaN);

        SymmetricInverse.Invert(plain, new TrainingRun(), "Inverting");
        SymmetricInverse.Invert(strewn, new TrainingRun(), "Inverting");

        for (var r = 0; r < 40; r++) Assert.Equal(Lengths.Bits(plain.Row(r)[..40]), Lengths.Bits(strewn.Row(r)[..40]));
    }

    [Fact]
    public void Invert_AnyNumberOfThreads_GivesTheSameBits()
    {
        var matrix = Random(300);
        var single = Filled(matrix);
        SymmetricInverse.Invert(single, new TrainingRun { Threads = 1 }, "Inverting");
        foreach (var threads in new[] { 2, 3, 8 })
        {
            var several = Filled(matrix);
            SymmetricInverse.Invert(several, new TrainingRun { Threads = threads }, "Inverting");
            Assert.Equal(Lengths.Bits(single.Values), Lengths.Bits(several.Values));
        }
    }

    [Fact]
    public void Invert_NotPositiveDefinite_NamesTheCure()
    {
        var matrix = new SymmetricMatrix(3);
        for (var i = 0; i < 3; i++) matrix.Row(i)[i] = i - 1;

        var error = Assert.Throws<InvalidOperationException>(() => SymmetricInverse.Invert(matrix, new TrainingRun(), "Inverting"));

        Assert.Contains("Increase the regularization", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Invert_Cancelled_Throws() => Assert.ThrowsAny<OperationCanceledException>(() =>
        SymmetricInverse.Invert(Filled(Random(64)), new TrainingRun { Cancellation = new(canceled: true) }, "Inverting"));

    [Fact]
    public void SymmetricMatrix_TooLarge_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SymmetricMatrix(SymmetricMatrix.MaxOrder + 1));

    // Like a Gram matrix of films: a few directions in common, and a diagonal of very different sizes.
    static double[,] Random(int order)
    {
        const int directions = 6;
        var random = new SeededRandom(19);
        var rows = new double[order, directions];
        for (var i = 0; i < order; i++)
        {
            var size = Math.Exp(random.NextNormal());
            for (var d = 0; d < directions; d++) rows[i, d] = size * random.NextNormal();
        }

        var matrix = new double[order, order];
        for (var i = 0; i < order; i++)
        {
            for (var j = 0; j < order; j++)
            {
                for (var d = 0; d < directions; d++) matrix[i, j] += rows[i, d] * rows[j, d];
                // Both sides shall start from the very same numbers.
                matrix[i, j] = (float)(matrix[i, j] + (i == j ? 10 : 0));
            }
        }

        return matrix;
    }

    static SymmetricMatrix Filled(double[,] values)
    {
        var matrix = new SymmetricMatrix(values.GetLength(0));
        for (var r = 0; r < matrix.Order; r++)
        {
            for (var c = 0; c <= r; c++) matrix.Row(r)[c] = (float)values[r, c];
        }

        return matrix;
    }
}
