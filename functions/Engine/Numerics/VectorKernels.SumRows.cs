using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Matinee.Engine.Numerics;

static partial class VectorKernels
{
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
}
