using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Matinee.Engine.Numerics;

/// <summary>The kernels on 256-bit vectors (eight floats a lane set).</summary>
/// <remarks>
/// Layout: spans are contiguous and need no alignment. Remainders shorter than a vector run one number at a time.
/// Dot keeps four independent sums, which hides the latency of the multiply-add, and folds them in a fixed order:
/// the result depends on the numbers and the length alone, never on where they lie.
/// </remarks>
static class VectorKernels
{
    const int Width = 8;

    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        ref var a = ref MemoryMarshal.GetReference(x);
        ref var b = ref MemoryMarshal.GetReference(y);
        var length = x.Length;
        var i = 0;
        Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default;
        for (; i <= length - 4 * Width; i += 4 * Width)
        {
            s0 = MultiplyAdd(ref a, ref b, i, s0);
            s1 = MultiplyAdd(ref a, ref b, i + Width, s1);
            s2 = MultiplyAdd(ref a, ref b, i + 2 * Width, s2);
            s3 = MultiplyAdd(ref a, ref b, i + 3 * Width, s3);
        }

        for (; i <= length - Width; i += Width) s0 = MultiplyAdd(ref a, ref b, i, s0);
        var sum = Vector256.Sum(s0 + s1 + (s2 + s3));
        for (; i < length; i++) sum += Unsafe.Add(ref a, i) * Unsafe.Add(ref b, i);
        return sum;
    }

    public static void AddScaled(float a, ReadOnlySpan<float> x, Span<float> y)
    {
        ref var source = ref MemoryMarshal.GetReference(x);
        ref var target = ref MemoryMarshal.GetReference(y);
        var factor = Vector256.Create(a);
        var i = 0;
        for (; i <= x.Length - Width; i += Width)
        {
            var sum = Vector256.MultiplyAddEstimate(factor, Load(ref source, i), Load(ref target, i));
            sum.StoreUnsafe(ref target, (nuint)i);
        }

        // The remainder rounds as the vectors do: equal numbers stay equal wherever in the span they stand.
        for (; i < x.Length; i++) Unsafe.Add(ref target, i) = float.MultiplyAddEstimate(a, Unsafe.Add(ref source, i), Unsafe.Add(ref target, i));
    }

    public static void AddOuterLower(float w, ReadOnlySpan<float> x, Span<float> a)
    {
        for (var r = 0; r < x.Length; r++) AddScaled(w * x[r], x[..(r + 1)], a.Slice(r * x.Length, r + 1));
    }

    public static void RowsDot(ReadOnlySpan<float> rows, ReadOnlySpan<float> x, Span<float> scores)
    {
        for (var r = 0; r < scores.Length; r++) scores[r] = Dot(rows.Slice(r * x.Length, x.Length), x);
    }

    /// <remarks>Eight vectors of the sum stay in registers while the rows stream by; the table is walked once for each such strip.</remarks>
    public static void SumRows(ReadOnlySpan<float> table, int width, ReadOnlySpan<int> rows, Span<float> sum)
    {
        ref var start = ref MemoryMarshal.GetReference(table);
        ref var target = ref MemoryMarshal.GetReference(sum);
        var at = 0;
        for (; at <= width - 8 * Width; at += 8 * Width)
        {
            Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default;
            Vector256<float> s4 = default, s5 = default, s6 = default, s7 = default;
            foreach (var row in rows)
            {
                ref var source = ref Unsafe.Add(ref start, (nint)row * width + at);
                s0 += Load(ref source, 0);
                s1 += Load(ref source, Width);
                s2 += Load(ref source, 2 * Width);
                s3 += Load(ref source, 3 * Width);
                s4 += Load(ref source, 4 * Width);
                s5 += Load(ref source, 5 * Width);
                s6 += Load(ref source, 6 * Width);
                s7 += Load(ref source, 7 * Width);
            }

            Store(s0, ref target, at);
            Store(s1, ref target, at + Width);
            Store(s2, ref target, at + 2 * Width);
            Store(s3, ref target, at + 3 * Width);
            Store(s4, ref target, at + 4 * Width);
            Store(s5, ref target, at + 5 * Width);
            Store(s6, ref target, at + 6 * Width);
            Store(s7, ref target, at + 7 * Width);
        }

        for (; at <= width - 2 * Width; at += 2 * Width)
        {
            Vector256<float> s0 = default, s1 = default;
            foreach (var row in rows)
            {
                ref var source = ref Unsafe.Add(ref start, (nint)row * width + at);
                s0 += Load(ref source, 0);
                s1 += Load(ref source, Width);
            }

            Store(s0, ref target, at);
            Store(s1, ref target, at + Width);
        }

        for (; at < width; at++)
        {
            var single = 0f;
            foreach (var row in rows) single += Unsafe.Add(ref start, (nint)row * width + at);
            Unsafe.Add(ref target, at) = single;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Store(Vector256<float> vector, ref float start, int at) => vector.StoreUnsafe(ref start, (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> MultiplyAdd(ref float a, ref float b, int at, Vector256<float> sum) =>
        Vector256.MultiplyAddEstimate(Load(ref a, at), Load(ref b, at), sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> Load(ref float start, int at) => Vector256.LoadUnsafe(ref start, (nuint)at);
}
