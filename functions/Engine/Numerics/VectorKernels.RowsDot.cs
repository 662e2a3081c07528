using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Matinee.Engine.Numerics;

static partial class VectorKernels
{
    // Of longer rows a pair lies so far apart that going to and fro between them throws the processor's prefetching off: one after the
    // other they are read nearly as fast as memory gives them, two at a time at a third of that.
    const int MostPaired = 64;

    /// <remarks>
    /// Two rows at a time share what is read of x, in the twelve registers that leaves of sixteen; each row's sums are
    /// those of <see cref="Dot"/> in the same order, so one call for all rows gives the bits of one call for each.
    /// </remarks>
    public static void RowsDot(ReadOnlySpan<float> rows, ReadOnlySpan<float> x, Span<float> scores)
    {
        var length = x.Length;
        if (length > MostPaired)
        {
            for (var row = 0; row < scores.Length; row++) scores[row] = Dot(rows.Slice(row * length, length), x);
            return;
        }

        ref var upper = ref MemoryMarshal.GetReference(rows);
        ref var right = ref MemoryMarshal.GetReference(x);
        var r = 0;
        for (; r < scores.Length - 1; r += 2)
        {
            ref var lower = ref Unsafe.Add(ref upper, length);
            Vector256<float> u0 = default, u1 = default, u2 = default, u3 = default;
            Vector256<float> l0 = default, l1 = default, l2 = default, l3 = default;
            var i = 0;
            for (; i <= length - 4 * Width; i += 4 * Width)
            {
                var (x0, x1) = (Load(ref right, i), Load(ref right, i + Width));
                var (x2, x3) = (Load(ref right, i + 2 * Width), Load(ref right, i + 3 * Width));
                u0 = Vector256.MultiplyAddEstimate(Load(ref upper, i), x0, u0);
                u1 = Vector256.MultiplyAddEstimate(Load(ref upper, i + Width), x1, u1);
                u2 = Vector256.MultiplyAddEstimate(Load(ref upper, i + 2 * Width), x2, u2);
                u3 = Vector256.MultiplyAddEstimate(Load(ref upper, i + 3 * Width), x3, u3);
                l0 = Vector256.MultiplyAddEstimate(Load(ref lower, i), x0, l0);
                l1 = Vector256.MultiplyAddEstimate(Load(ref lower, i + Width), x1, l1);
                l2 = Vector256.MultiplyAddEstimate(Load(ref lower, i + 2 * Width), x2, l2);
                l3 = Vector256.MultiplyAddEstimate(Load(ref lower, i + 3 * Width), x3, l3);
            }

            for (; i <= length - Width; i += Width)
            {
                u0 = MultiplyAdd(ref upper, ref right, i, u0);
                l0 = MultiplyAdd(ref lower, ref right, i, l0);
            }

            var upperSum = Vector256.Sum(u0 + u1 + (u2 + u3));
            var lowerSum = Vector256.Sum(l0 + l1 + (l2 + l3));
            for (; i < length; i++)
            {
                upperSum += Unsafe.Add(ref upper, i) * Unsafe.Add(ref right, i);
                lowerSum += Unsafe.Add(ref lower, i) * Unsafe.Add(ref right, i);
            }

            (scores[r], scores[r + 1]) = (upperSum, lowerSum);
            upper = ref Unsafe.Add(ref lower, length);
        }

        if (r < scores.Length) scores[r] = Dot(rows.Slice(r * length, length), x);
    }
}
