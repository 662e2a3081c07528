using System.Buffers;
using Matinee.Engine.Files;
using Matinee.Engine.Models;

namespace Matinee.Engine.Tests.Files;

public sealed class ModelFileTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame() => ModelFileSamples.AssertIsSample(ModelFileSamples.Read(ModelFileSamples.Bytes));

    [Fact]
    public void Read_StreamThatTricklesAndCannotSeek_IsTheSame() =>
        ModelFileSamples.AssertIsSample(ModelFile.Read(new TrickleStream(ModelFileSamples.Bytes)));

    [Fact]
    public void Read_FilesOneBehindTheOther_ReadsEachAndStopsAtItsEnd()
    {
        var second = ModelFileSamples.Written(new ModelFileWriter("second"));
        using var stream = new MemoryStream([1, 2, 3, .. ModelFileSamples.Bytes, .. second, 9]);
        stream.Position = 3;

        ModelFileSamples.AssertIsSample(ModelFile.Read(stream));
        Assert.Equal("second", ModelFile.Read(stream).Kind);
        Assert.Equal(9, stream.ReadByte());
    }

    [Fact]
    public void Read_SectionLargerThanAStep_IsTheSameFromAnyStream()
    {
        var numbers = Enumerable.Range(0, 700_001).Select(i => i * 0.5).ToArray();
        var writer = new ModelFileWriter("large");
        writer.Add<double>("numbers", numbers);
        writer.AddValue("after", 5);
        var bytes = ModelFileSamples.Written(writer);
        using var seeking = new MemoryStream(bytes);
        using var unseeking = new BufferedStream(new TrickleStream(bytes), 1 << 16);

        foreach (var stream in new Stream[] { seeking, unseeking })
        {
            var file = ModelFile.Read(stream);
            Assert.Equal(numbers, file.Section<double>("numbers").ToArray());
            Assert.Equal(5, file.Value<int>("after"));
        }
    }

    [Fact]
    public void Write_Sample_HasTheBytesThatTheFormatDescribes()
    {
        var writer = new ModelFileWriter("test");
        writer.Add<int>("numbers", new[] { 1, -2 });
        writer.Add<double>("none", Array.Empty<double>());
        writer.Within("part", "x");
        var described = new RawModelFile
        {
            Entries =
            [
                new("kind", 1, "test"u8.ToArray()),
                new("numbers", 2, [1, 0, 0, 0, 254, 255, 255, 255]),
                new("none", 6, []),
                new("part/kind", 1, "x"u8.ToArray()),
            ],
        };

        Assert.Equal(0xE3069283, RawModelFile.Crc32C("123456789"u8)); // the check value of CRC-32C
        Assert.Equal(described.ToBytes(), ModelFileSamples.Written(writer));
    }

    [Fact]
    public void Checksum_AnyLength_IsThatOfTheDefinition()
    {
        var bytes = new byte[100];
        new Random(71).NextBytes(bytes);

        for (var length = 0; length <= bytes.Length; length++)
            Assert.Equal(RawModelFile.Crc32C(bytes.AsSpan(0, length)), ModelFileLayout.Checksum(bytes.AsSpan(0, length)));
    }

    [Fact]
    public void Section_MissingOrOfOtherTypeOrCount_SaysSo()
    {
        var file = ModelFileSamples.Read(ModelFileSamples.Bytes);

        AssertFails("no section 'weights'", () => file.Section<float>("weights"));
        AssertFails("'ints' does not hold Single", () => file.Section<float>("ints"));
        AssertFails("'ints' holds 3 values, not 4", () => file.Section<int>("ints", 4));
        AssertFails("'ints' holds 3 values, not 1", () => file.Value<int>("ints"));
        AssertFails("no section 'part/bytes'", () => file.Within("part").Section<byte>("bytes"));
        AssertFails("no section 'elsewhere/kind'", () => file.Within("elsewhere"));
        Assert.True(file.Has("ints"));
        Assert.True(file.Within("part").Has("ints"));
        Assert.False(file.Has("part"));
        Assert.False(file.Has("weights"));
    }

    [Fact]
    public void Add_WhatAFileCannotHold_IsRefused()
    {
        var writer = ModelFileSamples.Writer();

        var twice = Assert.Throws<ArgumentException>(() => writer.AddValue("ints", 1));
        Assert.Contains("'ints' already", twice.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => writer.AddValue("", 1));
        Assert.Throws<ArgumentException>(() => writer.AddValue("a/b", 1));
        Assert.Throws<ArgumentException>(() => writer.Within("a/b", "kind"));
        Assert.Throws<ArgumentException>(() => writer.Within("part", "kind"));
        Assert.Throws<ArgumentException>(() => writer.Within("new", " "));
        Assert.Throws<ArgumentException>(() => writer.AddValue(new string('x', 201), 1));
        Assert.Throws<NotSupportedException>(() => writer.Add<short>("shorts", new short[1]));
        Assert.Throws<ArgumentException>(() => new ModelFileWriter(" "));
        using var huge = new HugeNumbers();
        var tooMuch = Assert.Throws<ArgumentException>(() => writer.Add<long>("huge", huge.Memory));
        Assert.Contains("split it", tooMuch.Message, StringComparison.Ordinal);
        // Nothing of that is in the file.
        Assert.Equal(ModelFileSamples.Bytes, ModelFileSamples.Written(writer));
    }

    [Fact]
    public void Add_AsManySectionsAsAllowed_CanBeReadAndOneMoreIsRefused()
    {
        var writer = new ModelFileWriter("many");
        for (var i = 1; i < ModelFileLayout.MaxSections; i++) writer.AddValue($"{i}", i);

        Assert.Throws<InvalidOperationException>(() => writer.AddValue("one more", 1));
        Assert.Equal(9999, ModelFileSamples.Read(ModelFileSamples.Written(writer)).Value<int>("9999"));
    }

    [Fact]
    public void ModelReader_UnknownKind_NamesItAndAllThatItReads()
    {
        var error = Assert.Throws<ModelFileException>(() => ModelReader.Read(new MemoryStream(ModelFileSamples.Bytes)));

        Assert.Contains("'tést'", error.Message, StringComparison.Ordinal);
        Assert.All(ModelReader.Kinds, kind => Assert.Contains(kind, error.Message, StringComparison.Ordinal));
    }

    static void AssertFails(string message, Action action) =>
        Assert.Contains(message, Assert.Throws<ModelFileException>(action).Message, StringComparison.Ordinal);

    /// <summary>Numbers that claim more than 2 GB and are never touched.</summary>
    sealed class HugeNumbers : MemoryManager<long>
    {
        public override Memory<long> Memory => CreateMemory((Array.MaxLength / sizeof(long)) + 1);

        public override Span<long> GetSpan() => throw new InvalidOperationException("touched");

        public override MemoryHandle Pin(int elementIndex = 0) => throw new InvalidOperationException("pinned");

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
