using Matinee.Engine.Numerics;

namespace Matinee.Engine.Portraits.Clusters;

/// <summary>Points in a row-major table whose rows are padded with zeros to whole vectors: zeros change no distance.</summary>
sealed class Points
{
    const int Lane = 8;

    readonly float[] _rows;

    /// <summary>Takes rows of <paramref name="width"/> numbers.</summary>
    /// <exception cref="ArgumentException">The rows are not whole, or a number is not finite.</exception>
    public Points(ReadOnlySpan<float> rows, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (rows.Length % width != 0) Throw.Lengths(rows.Length, (long)rows.Length / width * width);
        (Count, Width, Stride) = (rows.Length / width, width, Padded(width));
        _rows = new float[(long)Count * Stride];
        SquaredLengths = new float[Count];
        for (var row = 0; row < Count; row++)
        {
            var source = rows.Slice(row * width, width);
            foreach (var value in source)
            {
                if (!float.IsFinite(value)) throw new ArgumentException($"Point {row} has a coordinate of {value}.", nameof(rows));
            }

            source.CopyTo(_rows.AsSpan(row * Stride));
            SquaredLengths[row] = Kernels.Dot(this[row], this[row]);
            SumOfSquares += SquaredLengths[row];
        }
    }

    public int Count { get; }

    public int Width { get; }

    /// <summary>The numbers a row takes with its padding.</summary>
    public int Stride { get; }

    public ReadOnlySpan<float> Rows => _rows;

    public float[] SquaredLengths { get; }

    public double SumOfSquares { get; }

    public ReadOnlySpan<float> this[int row] => _rows.AsSpan(row * Stride, Stride);

    public static int Padded(int width) => (width + Lane - 1) / Lane * Lane;

    /// <summary>Some of the points, drawn without repeats and kept in their order; all of them where there are no more.</summary>
    public Points Sample(int count, ulong seed, ulong stream)
    {
        var chosen = SampleOf(Count, count, seed, stream);
        if (chosen.Length == Count) return this;
        var rows = new float[chosen.Length * Width];
        for (var i = 0; i < chosen.Length; i++) this[chosen[i]][..Width].CopyTo(rows.AsSpan(i * Width));
        return new(rows, Width);
    }

    /// <summary>So many of the numbers below a limit, ascending; all of them where there are no more.</summary>
    public static int[] SampleOf(int limit, int count, ulong seed, ulong stream)
    {
        var random = new SeededRandom(seed, stream);
        var chosen = new List<int>(Math.Min(limit, count));
        for (var i = 0; i < limit; i++)
        {
            // Each is taken with the chance that fills the sample exactly (Knuth's algorithm S).
            if (limit <= count || random.Next(limit - i) < count - chosen.Count) chosen.Add(i);
        }

        return [.. chosen];
    }
}
