using Matinee.Engine.Files;

namespace Matinee.Engine.Tests.Files;

/// <summary>A small file with every element type, an empty section and a model inside, and ways to read bytes.</summary>
static class ModelFileSamples
{
    public static byte[] Bytes { get; } = Written(Writer());

    public static byte[] Written(ModelFileWriter writer)
    {
        using var stream = new MemoryStream();
        writer.WriteTo(stream);
        return stream.ToArray();
    }

    public static ModelFileWriter Writer()
    {
        var writer = new ModelFileWriter("tést");
        writer.Add<byte>("bytes", new byte[] { 0, 255, 7 });
        writer.Add<int>("ints", new[] { int.MinValue, -1, int.MaxValue });
        writer.Add<uint>("uints", new[] { 0u, uint.MaxValue });
        writer.Add<long>("longs", new[] { long.MinValue, long.MaxValue });
        writer.Add<float>("floats", new[] { -0f, float.NaN, float.Epsilon, 1.5f });
        writer.Add<double>("doubles", new[] { Math.PI, double.NegativeInfinity });
        writer.Add<float>("nothing", Array.Empty<float>());
        var inner = writer.Within("part", "other");
        inner.AddValue("ints", 42);
        inner.Within("deep", "deepest").AddText("words", "never on sunday");
        return writer;
    }

    public static void AssertIsSample(ModelFile file)
    {
        Assert.Equal("tést", file.Kind);
        Assert.Equal([0, 255, 7], file.Section<byte>("bytes").ToArray());
        Assert.Equal([int.MinValue, -1, int.MaxValue], file.Section<int>("ints").ToArray());
        Assert.Equal([0u, uint.MaxValue], file.Section<uint>("uints").ToArray());
        Assert.Equal([long.MinValue, long.MaxValue], file.Section<long>("longs").ToArray());
        Assert.Equal(
            new[] { -0f, float.NaN, float.Epsilon, 1.5f }.Select(BitConverter.SingleToInt32Bits),
            file.Section<float>("floats").ToArray().Select(BitConverter.SingleToInt32Bits));
        Assert.Equal([Math.PI, double.NegativeInfinity], file.Section<double>("doubles").ToArray());
        Assert.Equal(0, file.Section<float>("nothing").Length);
        var inner = file.Within("part");
        Assert.Equal("other", inner.Kind);
        Assert.Equal(42, inner.Value<int>("ints"));
        Assert.Equal("deepest", inner.Within("deep").Kind);
        Assert.Equal("never on sunday", inner.Within("deep").Text("words"));
    }

    public static ModelFile Read(byte[] bytes) => ModelFile.Read(new MemoryStream(bytes));

    /// <summary>What mapping a file of these bytes throws; null when it is mapped.</summary>
    public static Exception? FailureOfMapping(FileStream file, ReadOnlySpan<byte> bytes)
    {
        file.SetLength(0);
        file.Position = 0;
        file.Write(bytes);
        file.Flush();
        return Record.Exception(() => ModelFile.Map(file).Dispose());
    }

    public static FileStream TemporaryFile() =>
        new(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
}
