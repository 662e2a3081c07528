using Matinee.Engine.Files;

namespace Matinee.Engine.Tests.Files;

public sealed class MappedModelFileTests : IDisposable
{
    readonly FileStream _file = ModelFileSamples.TemporaryFile();

    [Fact]
    public void Map_WhatWasWritten_IsTheSame()
    {
        _file.Write(ModelFileSamples.Bytes); // and leaves the stream at its end
        _file.Flush();

        using var mapped = ModelFile.Map(_file);

        ModelFileSamples.AssertIsSample(mapped.File);
    }

    [Fact]
    public void Map_StreamClosedAndEverythingForgotten_StaysMapped()
    {
        var numbers = Mapped();
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal([int.MinValue, -1, int.MaxValue], numbers.ToArray());

        ReadOnlyMemory<int> Mapped()
        {
            _file.Write(ModelFileSamples.Bytes);
            var section = ModelFile.Map(_file).File.Section<int>("ints");
            _file.Dispose();
            return section;
        }
    }

    [Fact]
    public unsafe void Map_EverySection_LiesAtAMultipleOf64()
    {
        _file.Write(ModelFileSamples.Bytes);
        using var mapped = ModelFile.Map(_file);

        using var floats = mapped.File.Section<float>("floats").Pin();
        using var longs = mapped.File.Section<long>("longs").Pin();

        Assert.Equal(0, (long)floats.Pointer % 64);
        Assert.Equal(0, (long)longs.Pointer % 64);
        Assert.Equal(1.5f, ((float*)floats.Pointer)[3]);
    }

    [Fact]
    public void Dispose_Twice_UnmapsAndUseAfterwardsIsAnError()
    {
        _file.Write(ModelFileSamples.Bytes);
        var mapped = ModelFile.Map(_file);
        var numbers = mapped.File.Section<int>("ints");

        mapped.Dispose();
        mapped.Dispose();

        Assert.Throws<ObjectDisposedException>(() => numbers.Span[0]);
        Assert.Throws<ObjectDisposedException>(() => numbers.Pin());
    }

    [Fact]
    public void Map_SomethingBehindTheEnd_IsRefused()
    {
        var failure = ModelFileSamples.FailureOfMapping(_file, [.. ModelFileSamples.Bytes, 0]);

        Assert.Contains("goes on for 1 bytes", Assert.IsType<ModelFileException>(failure).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _file.Dispose();
}
