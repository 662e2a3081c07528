using System.Buffers.Binary;

namespace Matinee.Local.Parquet;

/// <summary>Unpacks Snappy's raw format: a length, then stretches that stand there and stretches that are copied from before.</summary>
static class Snappy
{
    const int MaxLength = 1 << 30;

    /// <exception cref="FormatException">The bytes are no sound Snappy.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> packed)
    {
        var at = 0;
        var length = 0L;
        for (var shift = 0; ; shift += 7)
        {
            var next = at < packed.Length && shift < 35 ? packed[at++] : throw Damaged();
            length |= (long)(next & 0x7F) << shift;
            if (next < 0x80) break;
        }

        // The shortest way to say 64 bytes takes three.
        if (length > MaxLength || length > 22L * packed.Length + 64) throw Damaged();
        var result = new byte[length];
        var end = 0;
        while (at < packed.Length)
        {
            var tag = packed[at++];
            if ((tag & 3) == 0)
            {
                var more = Math.Max(0, (tag >> 2) - 59);
                var count = (more == 0 ? tag >> 2 : Number(packed, ref at, more)) + 1L;
                if (count > packed.Length - at || count > result.Length - end) throw Damaged();
                packed.Slice(at, (int)count).CopyTo(result.AsSpan(end));
                (at, end) = (at + (int)count, end + (int)count);
                continue;
            }

            var (copied, back) = (tag & 3) switch
            {
                1 => (4 + (tag >> 2 & 7), 256L * (tag >> 5) + Number(packed, ref at, 1)),
                2 => ((tag >> 2) + 1, Number(packed, ref at, 2)),
                _ => ((tag >> 2) + 1, Number(packed, ref at, 4)),
            };
            if (back <= 0 || back > end || copied > result.Length - end) throw Damaged();
            // Byte by byte: a copy may reach into itself, which repeats.
            for (var i = 0; i < copied; i++, end++) result[end] = result[end - (int)back];
        }

        return end == result.Length ? result : throw Damaged();
    }

    static long Number(ReadOnlySpan<byte> packed, ref int at, int bytes)
    {
        if (bytes > packed.Length - at) throw Damaged();
        Span<byte> number = stackalloc byte[4];
        number.Clear();
        packed.Slice(at, bytes).CopyTo(number);
        at += bytes;
        return BinaryPrimitives.ReadUInt32LittleEndian(number);
    }

    static FormatException Damaged() => new("A page is not sound Snappy.");
}
