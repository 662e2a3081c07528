namespace Matinee.Engine.Tests.Numerics;

/// <summary>The lengths that kernels are tried at: every remainder of every unrolling, and some long ones.</summary>
static class Lengths
{
    public static int[] All { get; } = [.. Enumerable.Range(0, 71), 127, 128, 1000];

    /// <summary>Small whole numbers: their products and sums are exact, so every order of adding gives the same bits.</summary>
    public static float[] Whole(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => (float)random.Next(-9, 10))];

    public static float[] Real(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => (random.NextSingle() - 0.5f) * 4)];

    /// <summary>The same numbers at an offset, with NaN on both sides: whoever reads past the ends finds out.</summary>
    public static Memory<float> At(int offset, float[] values)
    {
        var larger = new float[offset + values.Length + 40];
        Array.Fill(larger, float.NaN);
        values.CopyTo(larger, offset);
        return larger.AsMemory(offset, values.Length);
    }

    public static int[] Bits(ReadOnlySpan<float> values)
    {
        var bits = new int[values.Length];
        for (var i = 0; i < bits.Length; i++) bits[i] = BitConverter.SingleToInt32Bits(values[i]);
        return bits;
    }
}
