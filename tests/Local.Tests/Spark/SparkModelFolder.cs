using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Matinee.Local.Parquet;

namespace Matinee.Local.Tests.Spark;

/// <summary>Writes vectors as Spark saves an ALSModel: part files of id and features, a list within a list, snappy, levels and all.</summary>
static class SparkModelFolder
{
    const int Parts = 3;

    public static void Write(string folder, string name, IReadOnlyDictionary<int, float[]> vectors, int parts = Parts)
    {
        var to = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        File.WriteAllText(Path.Combine(to, "_SUCCESS"), "");
        if (vectors.Count == 0) WritePart(Path.Combine(to, "part-00000.snappy.parquet"), []);
        foreach (var (part, rows) in vectors.Chunk(vectors.Count / parts + 1).Index())
            WritePart(Path.Combine(to, $"part-{part:00000}-8e1b3c5e.c000.snappy.parquet"), rows);
    }

    public static void WritePart(string path, IReadOnlyList<KeyValuePair<int, float[]>> rows)
    {
        using var stream = new MemoryStream();
        stream.Write("PAR1"u8);
        // The list is there and has elements: levels 2 of 2; the first element of each begins a row: level 0, the others 1.
        var lengths = rows.Select(row => row.Value.Length).ToList();
        var repetitions = lengths.SelectMany(length => Enumerable.Range(0, Math.Max(1, length)).Select(i => i == 0 ? (byte)0 : (byte)1)).ToArray();
        var definitions = lengths.SelectMany(length => length == 0 ? [(byte)1] : Enumerable.Repeat((byte)2, length)).ToArray();
        byte[] features = [.. Levels(repetitions), .. Levels(definitions), .. MemoryMarshal.AsBytes<float>(rows.SelectMany(row => row.Value).ToArray())];
        var ids = WritePage(stream, rows.Count, MemoryMarshal.AsBytes<int>(rows.Select(row => row.Key).ToArray()).ToArray());
        var vectors = WritePage(stream, repetitions.Length, features);
        var footer = new MemoryStream();
        new CompactWriter(footer).Write(file =>
        {
            file.Add(1, 1);
            file.Add<Action<CompactWriter>>(2, Schema(), (fill, element) => fill(element));
            file.Add(3, (long)rows.Count);
            file.Add(4, [0], (_, group) =>
            {
                group.Add<Chunk>(1, [new(1, ["id"], rows.Count, ids), new(4, ["features", "list", "element"], repetitions.Length, vectors)], (chunk, column) =>
                {
                    column.Add(2, chunk.At.Start);
                    column.Add(3, about =>
                    {
                        about.Add(1, chunk.Type);
                        about.Add(2, [0, 3]);
                        about.Add(3, chunk.Path);
                        about.Add(4, 1);
                        about.Add(5, chunk.Values);
                        about.Add(6, chunk.At.Length);
                        about.Add(7, chunk.At.Length);
                        about.Add(9, chunk.At.Start);
                    });
                });
                group.Add(2, stream.Length);
                group.Add(3, (long)rows.Count);
            });
        });
        stream.Write(footer.ToArray());
        stream.Write(BitConverter.GetBytes((int)footer.Length));
        stream.Write("PAR1"u8);
        File.WriteAllBytes(path, stream.ToArray());
    }

    /// <summary>Snappy that only says what stands there.</summary>
    public static byte[] Packed(ReadOnlySpan<byte> bytes)
    {
        var packed = new List<byte>();
        for (var length = (uint)bytes.Length; ; length >>= 7)
        {
            packed.Add((byte)(length < 0x80 ? length : length | 0x80));
            if (length < 0x80) break;
        }

        foreach (var stretch in bytes.ToArray().Chunk(1 << 16))
        {
            packed.AddRange([61 << 2, (byte)(stretch.Length - 1), (byte)(stretch.Length - 1 >> 8)]);
            packed.AddRange(stretch);
        }

        return [.. packed];
    }

    static List<Action<CompactWriter>> Schema() =>
    [
        Element("spark_schema", null, null, 2), Element("id", 1, 0, null), Element("features", null, 1, 1), Element("list", null, 2, 1), Element("element", 4, 0, null),
    ];

    static Action<CompactWriter> Element(string name, int? type, int? repetition, int? children) => element =>
    {
        if (type is { } value) element.Add(1, value);
        if (repetition is { } kind) element.Add(3, kind);
        element.Add(4, name);
        if (children is { } count) element.Add(5, count);
    };

    static (long Start, long Length) WritePage(Stream stream, int values, byte[] bytes)
    {
        var (start, packed) = (stream.Length, Packed(bytes));
        new CompactWriter(stream).Write(page =>
        {
            page.Add(1, 0);
            page.Add(2, bytes.Length);
            page.Add(3, packed.Length);
            page.Add(5, data =>
            {
                data.Add(1, values);
                data.Add(2, 0);
                data.Add(3, 3);
                data.Add(4, 3);
            });
        });
        stream.Write(packed);
        return (start, stream.Length - start);
    }

    /// <summary>Levels up to 2 in runs of one, two bits each.</summary>
    static byte[] Levels(byte[] levels)
    {
        var runs = levels.SelectMany(level => new byte[] { 2, level }).ToArray();
        var bytes = new byte[4 + runs.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, runs.Length);
        runs.CopyTo(bytes, 4);
        return bytes;
    }

    sealed record Chunk(int Type, IReadOnlyList<string> Path, long Values, (long Start, long Length) At);
}
