using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Matinee.Engine.Numerics;

/// <summary>The kernels on 256-bit vectors (eight floats), which narrower processors take in halves.</summary>
/// <remarks>
/// Layout: spans are contiguous and need no alignment. Remainders shorter than a vector run one number at a time.
/// Dot keeps four independent sums, which hides the latency of the multiply-add, and folds them in a fixed order:
/// the result depends on the numbers and the length alone, never on where they lie.
/// Products of matrices run in tiles of 4 × 16: eight sums stay in registers while both factors stream by, and every sum
/// adds up in the order of the rows, whatever the tile it falls into.
/// </remarks>
static partial class VectorKernels
{
    const int Width = 8;
    const int TileRows = 4;

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

    public static void AddGramLower(ReadOnlySpan<float> rows, int n, Span<float> a)
    {
        ref var source = ref MemoryMarshal.GetReference(rows);
        ref var target = ref MemoryMarshal.GetReference(a);
        var depth = rows.Length / n;
        var inTiles = n / TileRows * TileRows;
        for (var r = 0; r < n; r += TileRows)
        {
            var c = 0;
            for (; r < inTiles && c < r + TileRows && c + Kernels.TileSide <= n; c += Kernels.TileSide)
            {
                ref var tile = ref Unsafe.Add(ref target, r * n + c);
                AddTile(1, ref Unsafe.Add(ref source, r), ref Unsafe.Add(ref source, c), n, depth, ref tile, n);
            }

            for (var row = r; row < Math.Min(r + TileRows, n); row++) AddGramRest(rows, n, row, c, a);
        }
    }

    public static void AddTile(float w, ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> c, int stride)
    {
        ref var left = ref MemoryMarshal.GetReference(x);
        ref var right = ref MemoryMarshal.GetReference(y);
        ref var target = ref MemoryMarshal.GetReference(c);
        var depth = x.Length / Kernels.TileSide;
        for (var r = 0; r < Kernels.TileSide; r += TileRows)
            AddTile(w, ref Unsafe.Add(ref left, r), ref right, Kernels.TileSide, depth, ref Unsafe.Add(ref target, r * stride), stride);
    }

    // c[r][s] += w · Σp x[p][r] · y[p][s] for 4 rows and 16 columns; x and y have rows of `step` floats.
    static void AddTile(float w, ref float x, ref float y, int step, int depth, ref float c, int stride)
    {
        Vector256<float> s00 = default, s01 = default, s10 = default, s11 = default;
        Vector256<float> s20 = default, s21 = default, s30 = default, s31 = default;
        for (var p = 0; p < depth; p++)
        {
            var (y0, y1) = (Load(ref y, 0), Load(ref y, Width));
            var x0 = Vector256.Create(x);
            s00 = Vector256.MultiplyAddEstimate(x0, y0, s00);
            s01 = Vector256.MultiplyAddEstimate(x0, y1, s01);
            var x1 = Vector256.Create(Unsafe.Add(ref x, 1));
            s10 = Vector256.MultiplyAddEstimate(x1, y0, s10);
            s11 = Vector256.MultiplyAddEstimate(x1, y1, s11);
            var x2 = Vector256.Create(Unsafe.Add(ref x, 2));
            s20 = Vector256.MultiplyAddEstimate(x2, y0, s20);
            s21 = Vector256.MultiplyAddEstimate(x2, y1, s21);
            var x3 = Vector256.Create(Unsafe.Add(ref x, 3));
            s30 = Vector256.MultiplyAddEstimate(x3, y0, s30);
            s31 = Vector256.MultiplyAddEstimate(x3, y1, s31);
            x = ref Unsafe.Add(ref x, step);
            y = ref Unsafe.Add(ref y, step);
        }

        var factor = Vector256.Create(w);
        AddPair(factor, s00, s01, ref c);
        AddPair(factor, s10, s11, ref Unsafe.Add(ref c, stride));
        AddPair(factor, s20, s21, ref Unsafe.Add(ref c, 2 * stride));
        AddPair(factor, s30, s31, ref Unsafe.Add(ref c, 3 * stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void AddPair(Vector256<float> factor, Vector256<float> left, Vector256<float> right, ref float c)
    {
        Vector256.MultiplyAddEstimate(factor, left, Load(ref c, 0)).StoreUnsafe(ref c);
        Vector256.MultiplyAddEstimate(factor, right, Load(ref c, Width)).StoreUnsafe(ref c, Width);
    }

    // What no tile covers: the columns from `first` to the diagonal of one row.
    static void AddGramRest(ReadOnlySpan<float> rows, int n, int row, int first, Span<float> a)
    {
        for (var c = first; c <= row; c++)
        {
            var sum = 0f;
            for (var start = 0; start < rows.Length; start += n) sum += rows[start + row] * rows[start + c];
            a[row * n + c] += sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> MultiplyAdd(ref float a, ref float b, int at, Vector256<float> sum) =>
        Vector256.MultiplyAddEstimate(Load(ref a, at), Load(ref b, at), sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> Load(ref float start, int at) => Vector256.LoadUnsafe(ref start, (nuint)at);
}
