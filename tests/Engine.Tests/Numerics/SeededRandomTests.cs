using Matinee.Engine.Numerics;

namespace Matinee.Engine.Tests.Numerics;

[Trait("Road", "Either")]
public sealed class SeededRandomTests
{
    // Worked out by another program from the published xoshiro256** and our seeding. They must never change: models,
    // splits and lists that people have seen hang on them.
    [Theory]
    [InlineData(0UL, 0UL, 0xFC72158253F7415EUL, 0x1FDD9141B20D58B1UL, 0x01E47FB3BE095B1EUL, 0xED0EF2F9F678A5E2UL)]
    [InlineData(1UL, 0UL, 0x070829099BA4BDB5UL, 0x547BF1256B539DF8UL, 0x011B0F367E63AB7DUL, 0x7368FF2551C4A794UL)]
    [InlineData(1UL, 1UL, 0xB90D91BDE8AB13C6UL, 0x8F506DD03B23B31CUL, 0x6CF0ED1803CB3A17UL, 0xEA5799959C00D52CUL)]
    [InlineData(42UL, 7UL, 0x5C5FCD8F62B19EB1UL, 0x7B53EA3E0E2055A4UL, 0xD69890A4BA6945F6UL, 0x58DE117D7E6F7DDFUL)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, 0x8F5520D52A7EAD08UL, 0xC476A018CAA1802DUL, 0x81DE31C0D2605D1EUL, 0xBC958D7E065F52AFUL)]
    public void NextUInt64_KnownSeeds_GiveTheirPinnedSequences(ulong seed, ulong stream, params ulong[] expected)
    {
        var random = new SeededRandom(seed, stream);

        foreach (var value in expected) Assert.Equal(value, random.NextUInt64());
    }

    [Fact]
    public void Derived_KnownSeeds_GiveTheirPinnedValues()
    {
        var (integers, fractions) = (new SeededRandom(1, 1), new SeededRandom(42, 7));
        var (normals, shuffled) = (new SeededRandom(3), new SeededRandom(5));
        int[] cards = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        shuffled.Shuffle(cards.AsSpan());

        Assert.Equal([7, 5, 4, 9], Enumerable.Range(0, 4).Select(_ => integers.Next(10)));
        Assert.Equal(
            [0.3608368372976599, 0.48174919142741257, 0.8382654573601132, 0.347138493669659],
            Enumerable.Range(0, 4).Select(_ => fractions.NextDouble()));
        Assert.Equal(1.013925316575015, normals.NextNormal(), 1e-12);
        Assert.Equal(0.7157343433086065, normals.NextNormal(), 1e-12);
        Assert.Equal(-0.4099201849768459, normals.NextNormal(), 1e-12);
        Assert.Equal([0, 8, 1, 3, 2, 6, 4, 7, 5, 9], cards);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(100)]
    public void Next_ManyDraws_FallEvenly(int bound)
    {
        const int Draws = 200_000;
        var random = new SeededRandom(8);
        var counts = new int[bound];
        for (var i = 0; i < Draws; i++) counts[random.Next(bound)]++;

        // Chi squared has mean bound - 1 and variance 2 (bound - 1): five deviations are far from chance.
        var expected = Draws / (double)bound;
        var chiSquared = counts.Sum(count => (count - expected) * (count - expected) / expected);
        Assert.InRange(chiSquared, 0, bound - 1 + (5 * Math.Sqrt(2 * (bound - 1))));
    }

    [Fact]
    public void NextDouble_ManyDraws_HaveTheMomentsOfTheUniform()
    {
        var random = new SeededRandom(9);
        var values = Enumerable.Range(0, 200_000).Select(_ => random.NextDouble()).ToArray();

        Assert.All(values, value => Assert.InRange(value, 0, 1 - double.Epsilon));
        Assert.Equal(0.5, values.Average(), 0.004);
        Assert.Equal(1 / 12.0, values.Average(value => (value - 0.5) * (value - 0.5)), 0.001);
        Assert.Equal(0, values.Zip(values[1..], (a, b) => (a - 0.5) * (b - 0.5)).Average(), 0.001);
    }

    [Fact]
    public void NextNormal_ManyDraws_HaveTheMomentsOfTheNormal()
    {
        var random = new SeededRandom(10);
        var values = Enumerable.Range(0, 200_000).Select(_ => random.NextNormal()).ToArray();

        Assert.Equal(0, values.Average(), 0.012);
        Assert.Equal(1, values.Average(value => value * value), 0.017);
        Assert.Equal(3, values.Average(value => Math.Pow(value, 4)), 0.12);
        Assert.Equal(0.3173, values.Count(value => Math.Abs(value) > 1) / 200_000.0, 0.006);
    }

    [Fact]
    public void Streams_OfOneSeed_ShareNothing()
    {
        var seen = new HashSet<ulong>();
        for (var seed = 0UL; seed < 20; seed++)
        {
            for (var stream = 0UL; stream < 50; stream++)
            {
                var random = new SeededRandom(seed, stream);
                for (var i = 0; i < 20; i++) Assert.True(seen.Add(random.NextUInt64()), $"seed {seed}, stream {stream}");
            }
        }
    }

    [Fact]
    public void Streams_NextToEachOther_AreNotCorrelated()
    {
        var (left, right) = (new SeededRandom(4, 0), new SeededRandom(4, 1));
        var product = Enumerable.Range(0, 100_000).Average(_ => (left.NextDouble() - 0.5) * (right.NextDouble() - 0.5));
        Assert.Equal(0, product, 0.0014); // five standard errors of 1/12 / sqrt(100,000)
    }

    [Fact]
    public void Shuffle_AnyLength_IsAPermutation()
    {
        var random = new SeededRandom(11);
        for (var length = 0; length < 200; length++)
        {
            var values = Enumerable.Range(0, length).ToArray();
            random.Shuffle(values.AsSpan());
            Assert.Equal(Enumerable.Range(0, length), values.Order());
        }
    }

    [Fact]
    public void Shuffle_ThreeCards_GivesAllSixOrdersEvenly()
    {
        var random = new SeededRandom(12);
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < 60_000; i++)
        {
            char[] cards = ['a', 'b', 'c'];
            random.Shuffle(cards.AsSpan());
            counts[new(cards)] = counts.GetValueOrDefault(new(cards)) + 1;
        }

        Assert.Equal(6, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 9540, 10460)); // five standard deviations
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Next_BoundNotPositive_IsRefused(int bound)
    {
        var random = new SeededRandom(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(bound));
    }
}
