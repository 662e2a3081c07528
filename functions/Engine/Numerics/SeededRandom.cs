using System.Numerics;

namespace Matinee.Engine.Numerics;

/// <summary>A small random generator (xoshiro256**) whose sequence is ours for ever: System.Random's is not promised.</summary>
/// <param name="seed">The same seed gives the same sequence.</param>
/// <param name="stream">Independent sequences of one seed, one for each row or worker.</param>
struct SeededRandom(ulong seed, ulong stream = 0)
{
    const ulong Golden = 0x9E3779B97F4A7C15UL;

    ulong _a = Mix(Step(seed, stream, 1));
    ulong _b = Mix(Step(seed, stream, 2));
    ulong _c = Mix(Step(seed, stream, 3));
    ulong _d = Mix(Step(seed, stream, 4)) | 1; // all four zero would stay zero

    public ulong NextUInt64()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>Uniform in [0, bound).</summary>
    public int Next(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (int)Math.BigMul(NextUInt64(), (ulong)bound, out _);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Normal with mean 0 and standard deviation 1 (Box and Muller).</summary>
    public double NextNormal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return radius * Math.Cos(2 * Math.PI * NextDouble());
    }

    /// <summary>Fisher and Yates.</summary>
    public void Shuffle<T>(Span<T> values)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    static ulong Step(ulong seed, ulong stream, ulong step) => unchecked(seed + step * Golden + Mix(stream + 1));

    static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
