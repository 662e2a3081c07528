using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Matinee.Engine.Numerics;

namespace Matinee.Benchmarks;

/// <summary>A catalogue of random factors, several times over, so that no pass finds it in a cache.</summary>
/// <remarks>
/// What is measured takes turns through an odd number of copies: before a copy comes around, more than four times its size
/// (100 MB) has gone through the caches, and everything meets every copy equally often.
/// </remarks>
sealed class ServeCatalogue
{
    public const int Items = 100_000;
    public const int Factors = 64;

    const int CopyCount = 7;

    readonly float[][] _copies = new float[CopyCount][];
    int _turn;

    public ServeCatalogue(ulong seed)
    {
        var first = Random(Items * Factors, new SeededRandom(seed));
        for (var copy = 0; copy < CopyCount; copy++) _copies[copy] = copy == 0 ? first : first.AsSpan().ToArray();
    }

    public static double Megabytes => Items * Factors * sizeof(float) / 1e6;

    public IReadOnlyList<float[]> Copies => _copies;

    /// <summary>Which copy this is.</summary>
    public int PlaceOf(float[] copy) => Array.IndexOf(_copies, copy);

    /// <summary>The copy that was not read for the longest time.</summary>
    public float[] Cold() => _copies[_turn++ % CopyCount];

    public static float[] Random(int count, SeededRandom random)
    {
        var numbers = new float[count];
        foreach (ref var number in numbers.AsSpan()) number = (float)(random.NextNormal() / Math.Sqrt(Factors));
        return numbers;
    }

    /// <summary>The least that has to be done with bytes to have read them.</summary>
    public static float Sum(float[] numbers)
    {
        ref var start = ref MemoryMarshal.GetArrayDataReference(numbers);
        Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default;
        for (var i = 0; i < numbers.Length; i += 32)
        {
            s0 += Vector256.LoadUnsafe(ref start, (nuint)i);
            s1 += Vector256.LoadUnsafe(ref start, (nuint)i + 8);
            s2 += Vector256.LoadUnsafe(ref start, (nuint)i + 16);
            s3 += Vector256.LoadUnsafe(ref start, (nuint)i + 24);
        }

        return Vector256.Sum(s0 + s1 + (s2 + s3));
    }
}
