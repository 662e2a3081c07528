using Matinee.Engine.Numerics;

namespace Matinee.Engine.Tests.Numerics;

[Trait("Road", "Either")]
public sealed class KernelsTests
{
    readonly Random _random = new(61);

    [Fact]
    public void Dot_WholeNumbers_EqualsTheScalarDefinitionExactly()
    {
        foreach (var length in Lengths.All)
        {
            var (x, y) = (Lengths.Whole(_random, length), Lengths.Whole(_random, length));

            Assert.Equal(ScalarKernels.Dot(x, y), Kernels.Dot(x, y));
            Assert.Equal(x.Zip(y, (a, b) => (int)a * (int)b).Sum(), Kernels.Dot(x, y));
        }
    }

    [Fact]
    public void Dot_RealNumbers_IsWithinRoundingOfTheTruth()
    {
        foreach (var length in Lengths.All)
        {
            var (x, y) = (Lengths.Real(_random, length), Lengths.Real(_random, length));
            var (truth, magnitude) = (0.0, 0.0);
            for (var i = 0; i < length; i++) (truth, magnitude) = (truth + ((double)x[i] * y[i]), magnitude + Math.Abs((double)x[i] * y[i]));

            Assert.Equal(truth, Kernels.Dot(x, y), Rounding(length, magnitude));
            Assert.Equal(truth, ScalarKernels.Dot(x, y), Rounding(length, magnitude));
        }
    }

    [Fact]
    public void Dot_AnyOffset_GivesTheSameBits()
    {
        foreach (var length in Lengths.All)
        {
            var (x, y) = (Lengths.Real(_random, length), Lengths.Real(_random, length));
            var expected = BitConverter.SingleToInt32Bits(Kernels.Dot(x, y));
            for (var offset = 0; offset < 17; offset++)
            {
                var dot = Kernels.Dot(Lengths.At(offset, x).Span, Lengths.At(offset * 3 % 17, y).Span);
                Assert.Equal(expected, BitConverter.SingleToInt32Bits(dot));
            }
        }
    }

    [Fact]
    public void Dot_NaNOrInfinityAnywhere_ReachesTheResult()
    {
        for (var length = 1; length <= 70; length++)
        {
            var (x, y) = (Lengths.Real(_random, length), Lengths.Real(_random, length));
            Array.Fill(y, 2);
            for (var at = 0; at < length; at++)
            {
                var kept = x[at];
                x[at] = float.NaN;
                Assert.True(float.IsNaN(Kernels.Dot(x, y)));
                x[at] = float.NegativeInfinity;
                Assert.Equal(float.NegativeInfinity, Kernels.Dot(x, y));
                x[at] = kept;
            }
        }
    }

    [Fact]
    public void AddScaled_WholeNumbers_EqualsTheScalarDefinitionExactly()
    {
        foreach (var length in Lengths.All)
        {
            var (x, y) = (Lengths.Whole(_random, length), Lengths.Whole(_random, length));
            var (fast, plain) = (y.ToArray(), y.ToArray());

            Kernels.AddScaled(-3, x, fast);
            ScalarKernels.AddScaled(-3, x, plain);

            Assert.Equal(plain, fast);
            Assert.Equal(y.Zip(x, (b, a) => b - (3 * a)), fast);
        }
    }

    [Fact]
    public void AddScaled_RealNumbers_IsWithinRoundingOfTheTruth()
    {
        foreach (var length in Lengths.All)
        {
            var (x, y) = (Lengths.Real(_random, length), Lengths.Real(_random, length));
            var sum = y.ToArray();

            Kernels.AddScaled(1.7f, x, sum);

            for (var i = 0; i < length; i++) Assert.Equal(y[i] + (1.7f * (double)x[i]), sum[i], Rounding(2, 6));
        }
    }

    [Fact]
    public void AddScaled_AnyPlaceInTheSpan_GivesTheSameBitsAndWritesNothingElse()
    {
        const float Factor = 1.7f;
        foreach (var length in Lengths.All)
        {
            var (x, y) = (Lengths.Real(_random, length), Lengths.Real(_random, length));
            var expected = new int[length];
            for (var i = 0; i < length; i++)
            {
                // One number alone must come out as it does among others.
                float[] one = [y[i]];
                Kernels.AddScaled(Factor, [x[i]], one);
                expected[i] = BitConverter.SingleToInt32Bits(one[0]);
            }

            for (var offset = 0; offset < 9; offset++)
            {
                var whole = new float[length + 40];
                Array.Fill(whole, 7);
                y.CopyTo(whole, offset);
                Kernels.AddScaled(Factor, Lengths.At(offset * 5 % 9, x).Span, whole.AsSpan(offset, length));

                Assert.Equal(expected, Lengths.Bits(whole.AsSpan(offset, length)));
                Assert.All(whole[..offset].Concat(whole[(offset + length)..]), value => Assert.Equal(7, value));
            }
        }
    }

    [Fact]
    public void RowsDot_AnyShape_EqualsDotOfEachRowToTheLastBit()
    {
        foreach (var width in Lengths.All)
        {
            for (var rows = 0; rows < 14; rows++)
            {
                var (matrix, x) = (Lengths.Real(_random, rows * width), Lengths.Real(_random, width));
                var scores = new float[rows];

                Kernels.RowsDot(Lengths.At(rows % 5, matrix).Span, Lengths.At(rows % 7, x).Span, scores);

                for (var r = 0; r < rows; r++)
                {
                    var dot = Kernels.Dot(matrix.AsSpan(r * width, width), x);
                    Assert.Equal(BitConverter.SingleToInt32Bits(dot), BitConverter.SingleToInt32Bits(scores[r]));
                }
            }
        }
    }

    [Fact]
    public void Kernels_LengthsThatDoNotMatch_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Kernels.Dot(new float[3], new float[4]));
        Assert.Throws<ArgumentException>(() => Kernels.AddScaled(1, new float[4], new float[3]));
        Assert.Throws<ArgumentException>(() => Kernels.AddGramLower(new float[3], 3, new float[8]));
        Assert.Throws<ArgumentException>(() => Kernels.RowsDot(new float[11], new float[4], new float[3]));
        // 65536 squared is 0 in 32 bits.
        Assert.Throws<ArgumentException>(() => Kernels.AddGramLower(new float[65536], 65536, []));
        Assert.Throws<ArgumentException>(() => Kernels.RowsDot([], new float[65536], new float[65536]));
    }

    // Rounding errors of n additions are at most n half-units of the magnitudes added.
    static double Rounding(int length, double magnitude) => (length + 1) * magnitude * 6e-8;
}
