using Matinee.Engine.Numerics;

namespace Matinee.Engine.Tests.Numerics;

[Trait("Road", "Either")]
public sealed class SumRowsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(81)]
    [InlineData(160)]
    [InlineData(203)]
    public void SumRows_AnyWidth_EqualsTheScalarDefinitionToTheLastBit(int width)
    {
        var random = new SeededRandom(3);
        var table = new float[width * 20];
        foreach (ref var value in table.AsSpan()) value = (float)random.NextNormal();
        var rows = new int[31];
        foreach (ref var row in rows.AsSpan()) row = random.Next(20);
        var (sum, expected) = (new float[width], new float[width]);
        sum.AsSpan().Fill(99); // what was there before must not count

        Kernels.SumRows(table, width, rows, sum);

        ScalarKernels.SumRows(table, width, rows, expected);
        Assert.Equal(expected, sum);
    }

    [Fact]
    public void SumRows_NoRows_IsZero()
    {
        var sum = new float[] { 1, 2, 3 };

        Kernels.SumRows(new float[9], 3, [], sum);

        Assert.Equal([0, 0, 0], sum);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void SumRows_RowOutsideTheTable_IsRefusedByNumber(int row)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Kernels.SumRows(new float[9], 3, [0, row], new float[3]));

        Assert.Contains("There are 3 rows", error.Message, StringComparison.Ordinal);
    }
}
