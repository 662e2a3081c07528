namespace Matinee.Local.Parquet;

/// <summary>Unpacks Parquet's mixture of runs and packed bits, in which levels and places in dictionaries are.</summary>
static class HybridNumbers
{
    const int MaxWidth = 32;

    /// <summary>So many numbers of so many bits each.</summary>
    /// <exception cref="FormatException">There are fewer.</exception>
    public static int[] Unpack(ReadOnlySpan<byte> bytes, int width, int count)
    {
        if (width is < 0 or > MaxWidth) throw new FormatException($"A page has numbers of {width} bits.");
        // A number of no bits is 0, and takes no room at all.
        if (width == 0) return new int[count];
        var numbers = new List<int>();
        for (var at = 0; numbers.Count < count;)
        {
            var header = Header(bytes, ref at);
            var left = count - numbers.Count;
            if ((header & 1) == 0)
            {
                var value = 0;
                for (var i = 0; i < (width + 7) / 8; i++) value |= Byte(bytes, at++) << (8 * i);
                numbers.AddRange(Enumerable.Repeat(value, (int)Math.Min(header >> 1, (uint)left)));
                if (header == 0) throw new FormatException("A page has a run of nothing.");
                continue;
            }

            var groups = header >> 1;
            var packed = (int)Math.Min(8L * groups, left);
            for (var i = 0; i < packed; i++)
            {
                var (bit, value) = ((long)i * width, 0UL);
                for (var b = 0; b <= (bit % 8 + width - 1) / 8; b++) value |= (ulong)Byte(bytes, at + (int)(bit / 8) + b) << (8 * b);
                numbers.Add((int)(value >> (int)(bit % 8) & ((1UL << width) - 1)));
            }

            at = checked(at + (int)(groups * width));
        }

        return [.. numbers];
    }

    static uint Header(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var next = Byte(bytes, at++);
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }

        throw new FormatException("A page has a number without an end.");
    }

    static byte Byte(ReadOnlySpan<byte> bytes, int at) => (uint)at < (uint)bytes.Length ? bytes[at] : throw new FormatException("A page ends too early.");
}
