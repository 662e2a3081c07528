using Matinee.Engine.Numerics;

namespace Matinee.Engine.Tests.Numerics;

[Trait("Road", "Either")]
public sealed class TileKernelsTests
{
    const int Side = Kernels.TileSide;

    readonly Random _random = new(83);

    [Fact]
    public void AddGramLower_WholeNumbers_EqualsTheScalarDefinitionInTheLowerTriangle()
    {
        for (var n = 1; n <= 70; n++)
        {
            foreach (var rows in new[] { 0, 1, 2, 7, 33 })
            {
                var (matrix, fast) = (Lengths.Whole(_random, rows * n), Lengths.Whole(_random, n * n));
                var (start, plain) = (fast.ToArray(), fast.ToArray());

                Kernels.AddGramLower(Lengths.At(rows % 5, matrix).Span, n, fast);
                ScalarKernels.AddGramLower(matrix, n, plain);

                for (var r = 0; r < n; r++)
                {
                    for (var c = 0; c <= r; c++)
                    {
                        var sum = start[r * n + c];
                        for (var row = 0; row < rows; row++) sum += matrix[row * n + r] * matrix[row * n + c];
                        Assert.Equal(sum, plain[r * n + c]);
                        Assert.Equal(sum, fast[r * n + c]);
                    }
                }
            }
        }
    }

    [Fact]
    public void AddGramLower_AnyOffset_GivesTheSameBits()
    {
        foreach (var n in new[] { 1, 4, 15, 16, 19, 33, 64 })
        {
            var matrix = Lengths.Real(_random, 41 * n);
            var first = new float[n * n];
            Kernels.AddGramLower(matrix, n, first);
            for (var offset = 1; offset < 9; offset++)
            {
                var whole = new float[offset + n * n];
                Kernels.AddGramLower(Lengths.At(offset, matrix).Span, n, whole.AsSpan(offset));
                Assert.Equal(Lengths.Bits(first), Lengths.Bits(whole.AsSpan(offset)));
            }
        }
    }

    [Theory]
    [InlineData(0, 16)]
    [InlineData(1, 16)]
    [InlineData(5, 19)]
    [InlineData(64, 40)]
    public void AddTile_WholeNumbers_EqualsTheScalarDefinitionAndWritesNothingElse(int depth, int stride)
    {
        var (x, y) = (Lengths.Whole(_random, depth * Side), Lengths.Whole(_random, depth * Side));
        var fast = Lengths.Whole(_random, (Side - 1) * stride + Side + 9);
        var (start, plain) = (fast.ToArray(), fast.ToArray());

        Kernels.AddTile(-2, Lengths.At(3, x).Span, Lengths.At(6, y).Span, fast, stride);
        ScalarKernels.AddTile(-2, x, y, plain, stride);

        for (var at = 0; at < fast.Length; at++)
        {
            var (r, c) = (at / stride, at % stride);
            var sum = 0f;
            for (var p = 0; r < Side && c < Side && p < depth; p++) sum += x[p * Side + r] * y[p * Side + c];
            Assert.Equal(start[at] - 2 * sum, fast[at]);
        }

        Assert.Equal(plain, fast);
    }

    [Fact]
    public void TileKernels_LengthsThatDoNotMatch_AreRefused()
    {
        var (x, c) = (new float[2 * Side], new float[Side * Side]);

        Assert.Throws<ArgumentException>(() => Kernels.AddGramLower(new float[9], 3, new float[8]));
        Assert.Throws<ArgumentException>(() => Kernels.AddGramLower(new float[8], 3, new float[9]));
        Assert.Throws<ArgumentException>(() => Kernels.AddTile(1, x, new float[Side], c, Side));
        Assert.Throws<ArgumentException>(() => Kernels.AddTile(1, new float[Side + 1], new float[Side + 1], c, Side));
        Assert.Throws<ArgumentException>(() => Kernels.AddTile(1, x, x, c, Side - 1));
        Assert.Throws<ArgumentException>(() => Kernels.AddTile(1, x, x, c, Side + 1));
    }
}
