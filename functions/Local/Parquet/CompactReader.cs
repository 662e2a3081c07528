namespace Matinee.Local.Parquet;

/// <summary>Reads Thrift's compact protocol. What ends too early or contradicts itself is a <see cref="FormatException"/>.</summary>
ref struct CompactReader(ReadOnlySpan<byte> bytes)
{
    const int MaxDepth = 16;

    readonly ReadOnlySpan<byte> _bytes = bytes;
    int _depth;

    /// <summary>How many bytes were read.</summary>
    public int Position { get; private set; }

    public ThriftStruct Struct()
    {
        if (++_depth > MaxDepth) throw new FormatException("A header is nested too deeply.");
        var read = new ThriftStruct();
        for (var field = 0; ;)
        {
            var header = Byte();
            if (header == 0) break;
            field = header >> 4 is var step and not 0 ? field + step : checked((int)Zigzag());
            var type = header & 15;
            read.Set(field, type is 1 or 2 ? type == 1 : Value(type));
        }

        _depth--;
        return read;
    }

    object Value(int type) => type switch
    {
        1 or 2 => Byte() == 1, // in lists
        3 => (long)(sbyte)Byte(),
        4 or 5 or 6 => Zigzag(),
        7 => BitConverter.Int64BitsToDouble(BitConverter.ToInt64(Bytes(8))),
        8 => Bytes(Length()).ToArray(),
        9 or 10 => Items(),
        11 => Map(),
        12 => Struct(),
        _ => throw new FormatException($"A header has a field of the unknown type {type}."),
    };

    List<object> Items()
    {
        var header = Byte();
        var count = header >> 4 == 15 ? Length() : header >> 4;
        var items = new List<object>();
        for (var i = 0; i < count; i++) items.Add(Value(header & 15));
        return items;
    }

    // Nothing that is asked for lies in a map.
    object Map()
    {
        var count = Length();
        var types = count == 0 ? 0 : Byte();
        for (var i = 0; i < count; i++)
        {
            Value(types >> 4);
            Value(types & 15);
        }

        return count;
    }

    byte Byte() => Bytes(1)[0];

    ReadOnlySpan<byte> Bytes(int count)
    {
        if (count > _bytes.Length - Position) throw new FormatException("A header ends too early.");
        Position += count;
        return _bytes.Slice(Position - count, count);
    }

    // Every item takes a byte at least: what claims more than there are is not believed.
    int Length() => Varint() is var length && length <= (ulong)(_bytes.Length - Position)
        ? (int)length
        : throw new FormatException("A header speaks of more than there is.");

    long Zigzag() => Varint() is var value ? (long)(value >> 1) ^ -(long)(value & 1) : 0;

    ulong Varint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }

        throw new FormatException("A header has a number without an end.");
    }
}
