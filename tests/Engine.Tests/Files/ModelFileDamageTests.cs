using Matinee.Engine.Files;

namespace Matinee.Engine.Tests.Files;

public sealed class ModelFileDamageTests : IDisposable
{
    readonly FileStream _file = ModelFileSamples.TemporaryFile();

    [Fact]
    public void Open_EverySingleBitFlipped_IsRefused()
    {
        var bytes = ModelFileSamples.Bytes.ToArray();
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
            AssertRefused($"bit {bit}", bytes);
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
        }

        ModelFileSamples.AssertIsSample(ModelFileSamples.Read(bytes));
    }

    [Fact]
    public void Open_TruncatedAtEveryLength_IsRefused()
    {
        for (var length = 0; length < ModelFileSamples.Bytes.Length; length++)
        {
            var bytes = ModelFileSamples.Bytes[..length];
            AssertRefused($"length {length}", bytes);
            Assert.IsType<ModelFileException>(Record.Exception(() => ModelFile.Read(new TrickleStream(bytes))));
        }
    }

    [Fact]
    public void Open_ThousandsOfMutations_IsRefusedUnlessTheFileIsWhole()
    {
        var random = new Random(73);
        for (var round = 0; round < 4000; round++)
        {
            var bytes = Mutated(random);
            var (read, mapped) = (FailureOfReading(bytes), ModelFileSamples.FailureOfMapping(_file, bytes));

            // Reading stops at the file's end and leaves what follows; a mapped file must be nothing but the file.
            if (!bytes.AsSpan().StartsWith(ModelFileSamples.Bytes)) Assert.IsType<ModelFileException>(read);
            else Assert.Null(read);
            if (!bytes.AsSpan().SequenceEqual(ModelFileSamples.Bytes)) Assert.IsType<ModelFileException>(mapped);
        }
    }

    [Fact]
    public void Open_ThousandsOfMutationsWithRightChecksums_IsReadOrRefusedCalmly()
    {
        var random = new Random(79);
        var directoryLength = BitConverter.ToInt32(ModelFileSamples.Bytes, 24);
        var refused = 0;
        for (var round = 0; round < 4000; round++)
        {
            var bytes = ModelFileSamples.Bytes.ToArray();
            for (var i = random.Next(1, 4); i > 0; i--) bytes[random.Next(8, 64 + directoryLength)] = Odd(random);
            RawModelFile.Seal(bytes, directoryLength);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var (read, mapped) = (FailureOfReading(bytes), ModelFileSamples.FailureOfMapping(_file, bytes));

            Assert.True(read is null or ModelFileException, $"{read}");
            Assert.Equal(read?.Message, mapped?.Message);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 6_000_000);
            if (read is not null) refused++;
        }

        Assert.InRange(refused, 3000, 4000);
    }

    public static TheoryData<string, byte[]> ForeignFiles() => new()
    {
        { "nothing", [] },
        { "one byte", [(byte)'M'] },
        { "magic alone", "MATINEE\u001A"u8.ToArray() },
        { "text", "MATINEE is a film recommender\n"u8.ToArray() },
        { "zeros", new byte[4096] },
        { "PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, .. new byte[100]] },
        { "zip", [0x50, 0x4B, 3, 4, .. new byte[200]] },
    };

    [Theory]
    [MemberData(nameof(ForeignFiles))]
    public void Open_ForeignFile_SaysWhatItIsNot(string name, byte[] bytes)
    {
        AssertRefused(name, bytes);

        var message = Assert.Throws<ModelFileException>(() => ModelFileSamples.Read(bytes)).Message;
        Assert.Contains(name == "magic alone" ? "truncated" : "not a model file", message, StringComparison.Ordinal);
    }

    public void Dispose() => _file.Dispose();

    static byte[] Mutated(Random random)
    {
        var bytes = ModelFileSamples.Bytes.ToList();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(bytes.Count);
            var some = random.Next(1, 1 + Math.Min(80, bytes.Count - at));
            switch (random.Next(5))
            {
                case 0: bytes[at] = Odd(random); break;
                case 1: bytes.RemoveRange(at, Math.Min(some, bytes.Count - 1)); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, some)); break;
                case 3: bytes.AddRange(new byte[some]); break;
                default: bytes.Reverse(at, some); break;
            }
        }

        return [.. bytes];
    }

    // The ends of the range turn lengths negative and huge more often than chance would.
    static byte Odd(Random random) => random.Next(4) switch
    {
        0 => 0,
        1 => 0xFF,
        2 => 0x80,
        _ => (byte)random.Next(256),
    };

    void AssertRefused(string what, byte[] bytes)
    {
        Assert.True(FailureOfReading(bytes) is ModelFileException, $"read with {what}: {FailureOfReading(bytes)}");
        Assert.True(ModelFileSamples.FailureOfMapping(_file, bytes) is ModelFileException, $"mapped with {what}");
    }

    static Exception? FailureOfReading(byte[] bytes) => Record.Exception(() => ModelFileSamples.Read(bytes));
}
