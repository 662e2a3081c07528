namespace Matinee.Engine.Ratings;

/// <summary>Ratings in one orientation: an offset a row, and three columns.</summary>
sealed class RatingColumns(int[] offsets, int[] others, byte[] halves, uint[] times)
{
    /// <summary>The number of ratings; the arrays may be longer.</summary>
    public int Count => offsets[^1];

    public ReadOnlyMemory<int> Others => others.AsMemory(0, Count);

    public ReadOnlyMemory<byte> Halves => halves.AsMemory(0, Count);

    public ReadOnlyMemory<uint> Times => times.AsMemory(0, Count);

    public (int Start, int End) Bounds(int row) => (offsets[row], offsets[row + 1]);

    public RatingRow Row(int row)
    {
        var start = offsets[row];
        var length = offsets[row + 1] - start;
        return new(others.AsSpan(start, length), halves.AsSpan(start, length), times.AsSpan(start, length));
    }

    /// <summary>The same ratings in the other orientation: rows come out in ascending order because they are walked so.</summary>
    public RatingColumns Transpose(int rows, CancellationToken cancellation)
    {
        var starts = new int[rows + 1];
        foreach (var other in Others.Span) starts[other + 1]++;
        for (var i = 0; i < rows; i++) starts[i + 1] += starts[i];

        var next = starts.AsSpan(0, rows).ToArray();
        var (newOthers, newHalves, newTimes) = (new int[Count], new byte[Count], new uint[Count]);
        for (var row = 0; row < offsets.Length - 1; row++)
        {
            if ((row & 1023) == 0) cancellation.ThrowIfCancellationRequested();
            for (var i = offsets[row]; i < offsets[row + 1]; i++)
            {
                var at = next[others[i]]++;
                newOthers[at] = row;
                newHalves[at] = halves[i];
                newTimes[at] = times[i];
            }
        }

        return new(starts, newOthers, newHalves, newTimes);
    }
}
