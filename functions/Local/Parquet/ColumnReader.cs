using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Matinee.Local.Parquet;

/// <summary>Reads the pages of one column in one group of rows.</summary>
/// <param name="bytes">All of its pages.</param>
/// <param name="column">The column.</param>
/// <param name="codec">How pages are packed.</param>
sealed class ColumnReader<T>(byte[] bytes, ParquetColumn column, int codec) where T : unmanaged
{
    const int MaxPage = 1 << 30;
    const int MaxValues = 1 << 24; // in a page; Spark writes some thousands, and runs could claim any number

    readonly List<T> _values = [];
    readonly List<int> _starts = [];
    T[] _dictionary = [];
    int _at;

    /// <param name="count">How many values there are, those counted that are missing.</param>
    public ColumnValues<T> Read(long count)
    {
        for (var read = 0L; read < count;)
        {
            var reader = new CompactReader(bytes.AsSpan(_at));
            var header = reader.Struct();
            _at += reader.Position;
            var length = header.Int(3);
            if (length < 0 || length > bytes.Length - _at) throw new FormatException("A page ends too early.");
            var page = bytes.AsSpan(_at, length);
            _at += length;
            read += Take(header, page);
        }

        _starts.Add(_values.Count);
        return new(_values, _starts);
    }

    /// <summary>How many values a page brought.</summary>
    int Take(ThriftStruct header, ReadOnlySpan<byte> page)
    {
        var size = header.Int(2);
        switch (header[1])
        {
            case ParquetFormat.DictionaryPage:
                var entries = Unpack(page, size);
                _dictionary = Plain(entries, header.Struct(7).Int(1)).ToArray();
                return 0;
            case ParquetFormat.DataPage:
                var about = header.Struct(5);
                return TakeFirst(about, Unpack(page, size));
            case ParquetFormat.DataPageV2:
                return TakeSecond(header.Struct(8), page, size);
            default:
                return 0; // index pages
        }
    }

    // Levels and values are packed as one; each sort of levels says how long it is.
    int TakeFirst(ThriftStruct about, ReadOnlySpan<byte> page)
    {
        var (count, at) = (Count(about.Int(1)), 0);
        var repetitions = LevelsOf(column.Repetition, about.Int(4), page, ref at, count);
        var definitions = LevelsOf(column.Definition, about.Int(3), page, ref at, count);
        Add(repetitions, definitions, about.Int(2), page[at..], count);
        return count;
    }

    // Levels come first, never packed.
    int TakeSecond(ThriftStruct about, ReadOnlySpan<byte> page, int size)
    {
        var count = Count(about.Int(1));
        var (ofRepetitions, ofDefinitions) = (about.Int(6), about.Int(5));
        if (ofRepetitions < 0 || ofDefinitions < 0 || (long)ofRepetitions + ofDefinitions > page.Length) throw new FormatException("A page's levels end too early.");
        var levels = ofRepetitions + ofDefinitions;
        var values = page[levels..];
        if (about.Flag(7, missing: true)) values = Unpack(values, size - levels);
        Add(
            HybridNumbers.Unpack(page[..ofRepetitions], Bits(column.Repetition), count),
            HybridNumbers.Unpack(page[ofRepetitions..levels], Bits(column.Definition), count),
            about.Int(4),
            values,
            count);
        return count;
    }

    void Add(int[] repetitions, int[] definitions, int encoding, ReadOnlySpan<byte> page, int count)
    {
        var present = definitions.AsSpan().Count(column.Definition);
        var values = encoding switch
        {
            ParquetFormat.Plain => Plain(page, present),
            ParquetFormat.PlainDictionary or ParquetFormat.RleDictionary => Looked(page, present),
            _ => throw new FormatException($"Its column {column.Path} has the encoding {encoding}, which is not read here."),
        };
        var next = 0;
        for (var i = 0; i < count; i++)
        {
            if (repetitions[i] == 0) _starts.Add(_values.Count);
            if (definitions[i] == column.Definition) _values.Add(values[next++]);
        }
    }

    static ReadOnlySpan<T> Plain(ReadOnlySpan<byte> page, int count)
    {
        var values = MemoryMarshal.Cast<byte, T>(page);
        return count >= 0 && count <= values.Length ? values[..count] : throw new FormatException("A page has fewer values than it says.");
    }

    ReadOnlySpan<T> Looked(ReadOnlySpan<byte> page, int count)
    {
        if (count == 0) return [];
        if (page.IsEmpty) throw new FormatException("A page ends too early.");
        var places = HybridNumbers.Unpack(page[1..], page[0], count);
        return Array.ConvertAll(places, place => (uint)place < (uint)_dictionary.Length ? _dictionary[place] : throw new FormatException("A page points beside its dictionary."));
    }

    static int[] LevelsOf(int highest, long encoding, ReadOnlySpan<byte> page, ref int at, int count)
    {
        if (highest == 0) return new int[count];
        if (encoding != ParquetFormat.Rle) throw new FormatException($"Its levels have the encoding {encoding}, which is not read here.");
        if (page.Length - at < 4) throw new FormatException("A page ends too early.");
        var length = BinaryPrimitives.ReadInt32LittleEndian(page[at..]);
        at += 4;
        if (length < 0 || length > page.Length - at) throw new FormatException("A page's levels end too early.");
        at += length;
        return HybridNumbers.Unpack(page.Slice(at - length, length), Bits(highest), count);
    }

    ReadOnlySpan<byte> Unpack(ReadOnlySpan<byte> page, int size)
    {
        if (size is < 0 or > MaxPage) throw new FormatException($"A page says that it has {size} bytes.");
        switch ((ParquetCodec)codec)
        {
            case ParquetCodec.None:
                return page;
            case ParquetCodec.Snappy:
                return Snappy.Unpack(page);
            case ParquetCodec.Gzip:
                using (var packed = new GZipStream(new MemoryStream(page.ToArray()), CompressionMode.Decompress))
                {
                    var unpacked = new byte[size];
                    packed.ReadExactly(unpacked);
                    return unpacked;
                }

            default:
                throw new FormatException($"It is packed by codec {codec}, which is not read here: only snappy, gzip and none.");
        }
    }

    static int Count(int count) => count is >= 0 and <= MaxValues ? count : throw new FormatException($"A page says that it has {count} values.");

    static int Bits(int highest) => 32 - int.LeadingZeroCount(highest);
}
