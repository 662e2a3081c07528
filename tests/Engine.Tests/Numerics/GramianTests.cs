using Matinee.Engine.Numerics;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Numerics;

[Trait("Road", "Either")]
public sealed class GramianTests
{
    readonly Random _random = new(29);

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 3)]
    [InlineData(63, 16)]
    [InlineData(65, 7)]
    [InlineData(Gramian.Chunk + 1, 20)]
    [InlineData(3 * Gramian.Chunk - 5, 9)]
    public void Of_WeightedRows_EqualsASumInDouble(int count, int width)
    {
        var rows = Lengths.Real(_random, count * width);
        var weights = Enumerable.Range(0, count).Select(_ => _random.NextSingle()).ToArray();
        var (expected, magnitude) = (new double[width * width], 1e-30);
        for (var i = 0; i < count; i++)
        {
            for (var r = 0; r < width; r++)
            {
                for (var c = 0; c < width; c++) expected[r * width + c] += 0.3 * weights[i] * rows[i * width + r] * rows[i * width + c];
                magnitude = Math.Max(magnitude, expected[r * width + r]);
            }
        }

        var gram = Gramian.Of(rows, width, weights, 0.3f, new TrainingRun { Threads = 2 });

        for (var at = 0; at < expected.Length; at++) Assert.Equal(expected[at], gram[at], 1e-5 * magnitude);
    }

    [Fact]
    public void Of_AnyNumberOfThreads_GivesTheSameBits()
    {
        const int width = 24, count = 5 * Gramian.Chunk + 77;
        var rows = Lengths.Real(_random, count * width);
        var weights = Enumerable.Range(0, count).Select(_ => _random.NextSingle()).ToArray();
        var single = Gramian.Of(rows, width, weights, 1, new TrainingRun { Threads = 1 });

        foreach (var threads in new[] { 2, 3, 7 })
            Assert.Equal(Lengths.Bits(single), Lengths.Bits(Gramian.Of(rows, width, weights, 1, new TrainingRun { Threads = threads })));
    }

    [Fact]
    public void Of_LengthsThatDoNotMatch_AreRefused() =>
        Assert.Throws<ArgumentException>(() => Gramian.Of(new float[9], 2, new float[4], 1, new TrainingRun()));
}
