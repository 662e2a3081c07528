namespace Matinee.Engine.Ratings;

/// <summary>Sorts each user's ratings by item and keeps the latest of those for one item.</summary>
static class LatestOfDuplicates
{
    /// <summary>Works in place: the rows close up towards the front and <paramref name="offsets"/> follow.</summary>
    public static void Keep(int[] offsets, int[] others, byte[] halves, uint[] times, CancellationToken cancellation)
    {
        var write = 0;
        ulong[] keys = [];
        (byte Halves, uint Time)[] values = [];
        for (var row = 0; row < offsets.Length - 1; row++)
        {
            if ((row & 1023) == 0) cancellation.ThrowIfCancellationRequested();
            var start = offsets[row];
            var count = offsets[row + 1] - start;
            if (keys.Length < count) (keys, values) = (new ulong[count * 2], new (byte, uint)[count * 2]);
            for (var i = 0; i < count; i++)
            {
                // The position in the low half makes the order stable: rows of one item stay in the order they came in.
                keys[i] = (ulong)(uint)others[start + i] << 32 | (uint)i;
                values[i] = (halves[start + i], times[start + i]);
            }

            keys.AsSpan(0, count).Sort();
            offsets[row] = write;
            for (var i = 0; i < count; i++)
            {
                var (item, value) = ((int)(keys[i] >> 32), values[(uint)keys[i]]);
                var repeats = write > offsets[row] && others[write - 1] == item;
                if (repeats && value.Time < times[write - 1]) continue;
                if (repeats) write--;
                (others[write], halves[write], times[write]) = (item, value.Halves, value.Time);
                write++;
            }
        }

        offsets[^1] = write;
    }
}
