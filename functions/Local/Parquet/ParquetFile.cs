using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Matinee.Local.Parquet;

/// <summary>
/// A Parquet file that is read: numbers, plainly or by dictionary, as Spark and this program write them. One group of rows is in memory at a time.
/// </summary>
sealed class ParquetFile : IDisposable
{
    const int Tail = 8;

    readonly FileStream _stream;
    readonly IReadOnlyList<ThriftStruct> _groups;

    ParquetFile(FileStream stream, ThriftStruct footer)
    {
        _stream = stream;
        Columns = ParquetColumn.Of([.. footer.Structs(2)]);
        _groups = [.. footer.Structs(4)];
        Texts = footer.Structs(5).ToDictionary(static pair => pair.Text(1), static pair => pair.Text(2));
    }

    public string Path => _stream.Name;

    public IReadOnlyList<ParquetColumn> Columns { get; }

    /// <summary>How many groups of rows there are.</summary>
    public int Groups => _groups.Count;

    /// <summary>What was written of the file beside its values.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; }

    /// <exception cref="ParquetException">It is no sound Parquet file.</exception>
    public static ParquetFile Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            return new(stream, Footer(stream));
        }
        catch (Exception error)
        {
            stream.Dispose();
            if (IsDamage(error)) throw Damaged(path, error);
            throw;
        }
    }

    /// <summary>The column of a name, or of whatever is within that name; it must have values of the type.</summary>
    /// <exception cref="ParquetException">There is none.</exception>
    public ParquetColumn Column(string name, ParquetType type, bool repeats)
    {
        var found = Columns.Where(column => column.Root == name).ToList();
        if (found is [var one] && one.Type == (int)type && one.Repetition == (repeats ? 1 : 0)) return one;
        var there = string.Join(", ", Columns.Select(static column => column.Path));
        var sought = repeats ? $"'{name}' with lists of {type}" : $"'{name}' of type {type}";
        throw new ParquetException($"{Path} has no column {sought}; it has {(there.Length == 0 ? "none" : there)}. Name the folder that was meant.");
    }

    /// <summary>The values of one column in one group of rows.</summary>
    /// <exception cref="ParquetException">They can't be read.</exception>
    public ColumnValues<T> Read<T>(int group, ParquetColumn column) where T : unmanaged
    {
        try
        {
            var about = ((ThriftStruct)_groups[group].List(1)[column.Index]).Struct(3);
            var start = Math.Min(about[9], about.Find(11) is > 0 and var dictionary ? dictionary : long.MaxValue);
            var bytes = new byte[checked((int)Within(about[7], _stream.Length - start))];
            Fill(_stream, start, bytes);
            return new ColumnReader<T>(bytes, column, about.Int(4)).Read(about[5]);
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw Damaged(Path, error);
        }
    }

    public void Dispose() => _stream.Dispose();

    static ThriftStruct Footer(FileStream stream)
    {
        Span<byte> tail = stackalloc byte[Tail];
        if (stream.Length < Tail + ParquetFormat.Magic.Length) throw new FormatException("It is too short.");
        Fill(stream, stream.Length - Tail, tail);
        if (!tail[4..].SequenceEqual(ParquetFormat.Magic)) throw new FormatException("It does not end as Parquet does, unless it is encrypted.");
        var bytes = new byte[Within(BinaryPrimitives.ReadUInt32LittleEndian(tail), stream.Length - Tail)];
        Fill(stream, stream.Length - Tail - bytes.Length, bytes);
        return new CompactReader(bytes).Struct();
    }

    static void Fill(FileStream stream, long start, Span<byte> bytes)
    {
        stream.Position = start is >= 0 and var sound ? sound : throw new FormatException("It points before its beginning.");
        stream.ReadExactly(bytes);
    }

    static long Within(long length, long room) => length >= 0 && length <= room ? length : throw new FormatException("It speaks of more bytes than it has.");

    static bool IsDamage(Exception error) =>
        error is FormatException or OverflowException or InvalidDataException or InvalidCastException or ArgumentException or EndOfStreamException;

    static ParquetException Damaged(string path, Exception error) =>
        new($"{path} can't be read as Parquet: {error.Message} Write it again, with Spark's defaults (format 1, snappy).", error);
}

/// <summary>The values of a column, and where they belong.</summary>
/// <param name="Values">Those that there are, one behind the other.</param>
/// <param name="Starts">Where each row's values begin, and behind the last where they end.</param>
sealed record ColumnValues<T>(IReadOnlyList<T> Values, IReadOnlyList<int> Starts) where T : unmanaged
{
    public int Rows => Starts.Count - 1;

    /// <summary>The values of a row.</summary>
    public ReadOnlySpan<T> Of(int row) => CollectionsMarshal.AsSpan((List<T>)Values)[Starts[row]..Starts[row + 1]];
}
