using System.Runtime.InteropServices;
using Matinee.Local.Parquet;
using Matinee.Local.Spark;

namespace Matinee.Local.Tests.Spark;

public sealed class ParquetTests
{
    static readonly ParquetField[] s_fields = [new("number", ParquetType.Int32), new("part", ParquetType.Single), new("at", ParquetType.Int64, IsTime: true)];

    [Theory]
    [InlineData("snappy-v1.parquet")]
    [InlineData("gzip-v2.parquet")]
    public void Films_FileThatAnotherProgramWrote_AreReadAsTheyWereWritten(string name)
    {
        using var folder = new TemporaryFolder(inMemory: true);
        Place(folder, name);

        var films = new SparkFactors(folder.Path).Films(default);

        Assert.Equal(Enumerable.Range(0, 200).Select(i => 3 * i), films.Keys);
        foreach (var (id, vector) in films) Assert.Equal(Enumerable.Range(0, 4).Select(j => (7 * (id / 3) + 3 * j) % 11 / 4f - 1), vector);
    }

    [Fact]
    public void Films_CodecThatIsNotRead_SaysHowToWriteThem()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        Place(folder, "zstd.parquet");

        var error = Assert.Throws<ParquetException>(() => new SparkFactors(folder.Path).Films(default));

        Assert.Contains("It is packed by codec 6, which is not read here: only snappy, gzip and none. Write it again, with Spark's defaults", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Films_AnyDamage_IsNeverMoreThanAnErrorThatNamesTheFile()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        var (path, refused) = (Place(folder, "snappy-v1.parquet"), 0);
        var sound = File.ReadAllBytes(path);
        var random = new Random(3);
        for (var round = 0; round < 400; round++)
        {
            var damaged = round % 4 == 0 ? sound[..random.Next(sound.Length)] : [.. sound];
            if (damaged.Length == sound.Length) for (var i = 0; i < 3; i++) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(path, damaged);
            try
            {
                new SparkFactors(folder.Path).Films(default);
            }
            catch (Exception error) when (error is ParquetException or Matinee.Local.Import.ImportException)
            {
                Assert.Contains(Path.GetFileName(path), error.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        // Many a byte is a value, of which nothing says that it was another.
        Assert.InRange(refused, 150, 400);
    }

    [Fact]
    public void WriteGroup_SeveralGroups_AreReadBackWithTheirTexts()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        var path = Path.Combine(folder.Path, "table.parquet");
        using (var stream = File.Create(path))
        {
            var writer = new ParquetWriter(stream, s_fields);
            for (var group = 0; group < 20; group++) writer.WriteGroup(3, [Bytes([group, -group, int.MaxValue]), Bytes([0.5f, float.MinValue, group]), Bytes([1L, long.MinValue, group])]);
            writer.End(new Dictionary<string, string> { ["of"] = "Größe" });
        }

        using var file = ParquetFile.Open(path);
        Assert.Equal((20, "Größe"), (file.Groups, file.Texts["of"]));
        var (number, part, at) = (file.Column("number", ParquetType.Int32, repeats: false), file.Column("part", ParquetType.Single, repeats: false), file.Column("at", ParquetType.Int64, repeats: false));
        for (var group = 0; group < 20; group++)
        {
            Assert.Equal([group, -group, int.MaxValue], file.Read<int>(group, number).Values);
            Assert.Equal([0.5f, float.MinValue, group], file.Read<float>(group, part).Values);
            Assert.Equal([1L, long.MinValue, group], file.Read<long>(group, at).Values);
        }
    }

    [Fact]
    public void WriteGroup_FewerValuesThanRows_IsRefused()
    {
        var writer = new ParquetWriter(new MemoryStream(), s_fields);

        var error = Assert.Throws<ArgumentException>(() => writer.WriteGroup(2, [Bytes([1]), Bytes([1f, 2f]), Bytes([1L, 2L])]));

        Assert.StartsWith("4 bytes are not 2 of number.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unpack_SnappyThatCopiesFromItself_Repeats() =>
        // "ab", then 7 bytes from 2 back; then 5 bytes from 9 back, the offset in two bytes.
        Assert.Equal("ababababaababa"u8, Snappy.Unpack([14, 1 << 2, (byte)'a', (byte)'b', 3 << 2 | 1, 2, 4 << 2 | 2, 9, 0]));

    [Theory]
    [InlineData(new byte[] { 0x88 }, 3)]
    [InlineData(new byte[] { 3, 0b10_00_1000, 0b11_00_0110 }, 8)]
    public void Unpack_NumbersThatEndTooEarly_AreRefused(byte[] bytes, int count) =>
        Assert.Throws<FormatException>(() => HybridNumbers.Unpack(bytes, 3, count));

    [Fact]
    public void Unpack_ExampleOfTheFormat_IsZeroToSeven() =>
        // The specification's own example: 0 to 7 in three bits each.
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 9, 9, 9], [.. HybridNumbers.Unpack([3, 0b10001000, 0b11000110, 0b11111010], 3, 8), .. HybridNumbers.Unpack([6, 9], 4, 3)]);

    static byte[] Bytes<T>(T[] values) where T : unmanaged => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();

    static string Place(TemporaryFolder folder, string name)
    {
        var to = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "itemFactors")).FullName, "part-00000.parquet");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Spark", "Files", name), to);
        return to;
    }
}
