using System.Buffers.Binary;
using System.IO.Compression;

namespace Matinee.Local.Parquet;

/// <summary>A column of numbers that is never without one.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">How its values lie there.</param>
/// <param name="IsTime">Microseconds since 1970 (UTC).</param>
sealed record ParquetField(string Name, ParquetType Type, bool IsTime = false);

/// <summary>Writes a table of numbers, a group of rows at a time; only the sizes of groups stay in memory.</summary>
sealed class ParquetWriter
{
    const string CreatedBy = "matinee";
    const int FormatVersion = 1;
    const int ConvertedMicroseconds = 10;

    readonly Stream _stream;
    readonly IReadOnlyList<ParquetField> _fields;
    readonly List<Group> _groups = [];
    long _position;

    public ParquetWriter(Stream stream, IReadOnlyList<ParquetField> fields)
    {
        (_stream, _fields) = (stream, fields);
        Write(ParquetFormat.Magic);
    }

    /// <summary>Writes a group of rows.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="columns">The bytes of each column, in the order of the fields.</param>
    public void WriteGroup(int rows, IReadOnlyList<ReadOnlyMemory<byte>> columns)
    {
        var chunks = new List<Chunk>();
        for (var i = 0; i < _fields.Count; i++)
        {
            if (columns[i].Length != rows * ParquetFormat.SizeOf(_fields[i].Type))
                throw new ArgumentException($"{columns[i].Length} bytes are not {rows} of {_fields[i].Name}.", nameof(columns));
            chunks.Add(WritePage(rows, columns[i].Span));
        }

        _groups.Add(new(rows, chunks));
    }

    /// <summary>Writes the end, without which the file is none.</summary>
    /// <param name="texts">What is to be known of it beside its values.</param>
    public void End(IReadOnlyDictionary<string, string> texts)
    {
        using var footer = new MemoryStream();
        new CompactWriter(footer).Write(file =>
        {
            file.Add(1, FormatVersion);
            file.Add<ParquetField?>(2, [null, .. _fields], SchemaOf);
            file.Add(3, _groups.Sum(static group => (long)group.Rows));
            file.Add(4, _groups, GroupOf);
            file.Add(5, texts.ToList(), static (text, pair) =>
            {
                pair.Add(1, text.Key);
                pair.Add(2, text.Value);
            });
            file.Add(6, CreatedBy);
        });
        Write(footer.ToArray());
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)footer.Length);
        Write(length);
        Write(ParquetFormat.Magic);
    }

    Chunk WritePage(int rows, ReadOnlySpan<byte> values)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(values);
        var (start, size) = (_position, values.Length);
        using var header = new MemoryStream();
        new CompactWriter(header).Write(page =>
        {
            page.Add(1, ParquetFormat.DataPage);
            page.Add(2, size);
            page.Add(3, (int)packed.Length);
            page.Add(5, data =>
            {
                data.Add(1, rows);
                data.Add(2, ParquetFormat.Plain);
                data.Add(3, ParquetFormat.Rle);
                data.Add(4, ParquetFormat.Rle);
            });
        });
        Write(header.ToArray());
        Write(packed.GetBuffer().AsSpan(0, (int)packed.Length));
        return new(start, header.Length + size, _position - start);
    }

    // Null is the table itself, of which the fields are.
    void SchemaOf(ParquetField? field, CompactWriter element)
    {
        if (field is null)
        {
            element.Add(4, "ratings");
            element.Add(5, _fields.Count);
            return;
        }

        element.Add(1, (int)field.Type);
        element.Add(3, ParquetFormat.Required);
        element.Add(4, field.Name);
        if (!field.IsTime) return;
        element.Add(6, ConvertedMicroseconds);
        element.Add(10, logical => logical.Add(8, static time =>
        {
            time.Add(1, true); // in UTC
            time.Add(2, static unit => unit.Add(2, static _ => { }));
        }));
    }

    void GroupOf(Group group, CompactWriter row)
    {
        row.Add(1, group.Chunks.Index().ToList(), (chunk, column) =>
        {
            column.Add(2, chunk.Item.Start);
            column.Add(3, about =>
            {
                about.Add(1, (int)_fields[chunk.Index].Type);
                about.Add(2, [ParquetFormat.Plain, ParquetFormat.Rle]);
                about.Add(3, [_fields[chunk.Index].Name]);
                about.Add(4, (int)ParquetCodec.Gzip);
                about.Add(5, (long)group.Rows);
                about.Add(6, chunk.Item.Unpacked);
                about.Add(7, chunk.Item.Packed);
                about.Add(9, chunk.Item.Start);
            });
        });
        row.Add(2, group.Chunks.Sum(static chunk => chunk.Unpacked));
        row.Add(3, (long)group.Rows);
    }

    void Write(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        _position += bytes.Length;
    }

    sealed record Chunk(long Start, long Unpacked, long Packed);

    sealed record Group(int Rows, IReadOnlyList<Chunk> Chunks);
}
