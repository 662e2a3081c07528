using System.Text;

namespace Matinee.Local.Parquet;

/// <summary>Writes Thrift's compact protocol, in which Parquet's headers are: fields in ascending order, each told by the step from the one before.</summary>
sealed class CompactWriter(Stream stream)
{
    const byte True = 1;
    const byte False = 2;
    const byte I32 = 5;
    const byte I64 = 6;
    const byte Binary = 8;
    const byte List = 9;
    const byte Struct = 12;
    const int LongList = 15;

    int _last;

    public void Add(int field, bool value) => Header(field, value ? True : False);

    public void Add(int field, int value)
    {
        Header(field, I32);
        Zigzag(value);
    }

    public void Add(int field, long value)
    {
        Header(field, I64);
        Zigzag(value);
    }

    public void Add(int field, string value)
    {
        Header(field, Binary);
        Text(value);
    }

    public void Add(int field, Action<CompactWriter> fields)
    {
        Header(field, Struct);
        Write(fields);
    }

    public void Add(int field, IReadOnlyCollection<int> values)
    {
        ListHeader(field, values.Count, I32);
        foreach (var value in values) Zigzag(value);
    }

    public void Add(int field, IReadOnlyCollection<string> values)
    {
        ListHeader(field, values.Count, Binary);
        foreach (var value in values) Text(value);
    }

    public void Add<T>(int field, IReadOnlyCollection<T> values, Action<T, CompactWriter> fields)
    {
        ListHeader(field, values.Count, Struct);
        foreach (var value in values) Write(inner => fields(value, inner));
    }

    /// <summary>A structure of its own, in which fields are counted anew.</summary>
    public void Write(Action<CompactWriter> fields)
    {
        fields(new(stream));
        stream.WriteByte(0);
    }

    void ListHeader(int field, int count, byte type)
    {
        Header(field, List);
        stream.WriteByte((byte)(Math.Min(count, LongList) << 4 | type));
        if (count >= LongList) Varint((ulong)count);
    }

    void Header(int field, byte type)
    {
        // All fields that are written here are near one another: the long form for steps above 15 is never needed.
        stream.WriteByte((byte)(field - _last << 4 | type));
        _last = field;
    }

    void Text(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        Varint((ulong)bytes.Length);
        stream.Write(bytes);
    }

    void Zigzag(long value) => Varint((ulong)(value << 1 ^ value >> 63));

    void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7) stream.WriteByte((byte)(value | 0x80));
        stream.WriteByte((byte)value);
    }
}
