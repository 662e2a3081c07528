using Matinee.Engine.Files;

namespace Matinee.Engine.Tests.Files;

public sealed class ModelFilePaddingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(60)]
    public void Read_DirectoryOfAnyLength_FindsTheFirstSection(int nameLength)
    {
        // Two entries of 23 bytes, "kind" and this name: lengths on, just before and just past the alignment of 64.
        var name = new string('x', nameLength);
        var file = new ModelFileWriter("any");
        file.AddValue(name, 314);
        using var stream = new MemoryStream();
        file.WriteTo(stream);
        stream.Position = 0;

        var read = ModelFile.Read(stream);

        Assert.Equal("any", read.Kind);
        Assert.Equal(314, read.Value<int>(name));
    }

    [Fact]
    public void Read_PaddingThatIsNotZero_IsDamaged()
    {
        using var stream = new MemoryStream();
        new ModelFileWriter("any").WriteTo(stream);
        var bytes = stream.ToArray();
        bytes[127] = 1; // the header is 64 bytes, the directory 27, the section begins at 128

        var error = Assert.Throws<ModelFileException>(() => ModelFile.Read(new MemoryStream(bytes)));

        Assert.Contains("something between its sections", error.Message, StringComparison.Ordinal);
    }
}
