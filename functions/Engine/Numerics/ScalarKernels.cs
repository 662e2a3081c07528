namespace Matinee.Engine.Numerics;

/// <summary>What each kernel means, one plain loop each; the road where there are no vectors.</summary>
static class ScalarKernels
{
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        var sum = 0f;
        for (var i = 0; i < x.Length; i++) sum += x[i] * y[i];
        return sum;
    }

    public static void AddScaled(float a, ReadOnlySpan<float> x, Span<float> y)
    {
        for (var i = 0; i < x.Length; i++) y[i] += a * x[i];
    }

    static void AddOuterLower(float w, ReadOnlySpan<float> x, Span<float> a)
    {
        for (var r = 0; r < x.Length; r++)
        {
            var row = a.Slice(r * x.Length, r + 1);
            for (var c = 0; c <= r; c++) row[c] += w * x[r] * x[c];
        }
    }

    public static void AddGramLower(ReadOnlySpan<float> rows, int n, Span<float> a)
    {
        for (var start = 0; start < rows.Length; start += n) AddOuterLower(1, rows.Slice(start, n), a);
    }

    public static void AddTile(float w, ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> c, int stride)
    {
        for (var r = 0; r < Kernels.TileSide; r++)
        {
            for (var s = 0; s < Kernels.TileSide; s++)
            {
                var sum = 0f;
                for (var p = 0; p < x.Length; p += Kernels.TileSide) sum += x[p + r] * y[p + s];
                c[r * stride + s] += w * sum;
            }
        }
    }

    public static void RowsDot(ReadOnlySpan<float> rows, ReadOnlySpan<float> x, Span<float> scores)
    {
        for (var r = 0; r < scores.Length; r++) scores[r] = Dot(rows.Slice(r * x.Length, x.Length), x);
    }

    public static void SumRows(ReadOnlySpan<float> table, int width, ReadOnlySpan<int> rows, Span<float> sum)
    {
        sum.Clear();
        foreach (var row in rows) AddScaled(1, table.Slice(row * width, width), sum);
    }
}
