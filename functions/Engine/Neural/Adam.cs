using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Matinee.Engine.Neural;

/// <summary>Adam: steps scaled by what gradients were lately, number by number.</summary>
/// <remarks>Rows of a table without a gradient are not stepped: their memory stands still until they are met again.</remarks>
sealed class Adam(float[] values)
{
    const float Momentum = 0.9f;
    const float Memory = 0.999f;
    const float Least = 1e-8f;

    readonly float[] _means = new float[values.Length];
    readonly float[] _squares = new float[values.Length];
    int _steps;
    float _rate;

    /// <summary>Begins a step, of which every row may take part once.</summary>
    public void Begin(double rate)
    {
        _steps++;
        var correction = Math.Sqrt(1 - Math.Pow(Memory, _steps)) / (1 - Math.Pow(Momentum, _steps));
        _rate = (float)(rate * correction);
    }

    /// <summary>Moves the values from a place on against a gradient; a multiple of eight of them.</summary>
    public void Move(int start, ReadOnlySpan<float> gradient)
    {
        ref var value = ref MemoryMarshal.GetReference(values.AsSpan(start, gradient.Length));
        ref var mean = ref MemoryMarshal.GetReference(_means.AsSpan(start, gradient.Length));
        ref var square = ref MemoryMarshal.GetReference(_squares.AsSpan(start, gradient.Length));
        ref var slope = ref MemoryMarshal.GetReference(gradient);
        for (nuint i = 0; i < (nuint)gradient.Length; i += (nuint)Vector256<float>.Count)
        {
            var g = Vector256.LoadUnsafe(ref slope, i);
            var m = Momentum * Vector256.LoadUnsafe(ref mean, i) + (1 - Momentum) * g;
            var s = Memory * Vector256.LoadUnsafe(ref square, i) + (1 - Memory) * (g * g);
            var moved = Vector256.LoadUnsafe(ref value, i) - _rate * m / (Vector256.Sqrt(s) + Vector256.Create(Least));
            m.StoreUnsafe(ref mean, i);
            s.StoreUnsafe(ref square, i);
            moved.StoreUnsafe(ref value, i);
        }
    }
}
