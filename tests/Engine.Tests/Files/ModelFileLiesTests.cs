using Matinee.Engine.Files;

namespace Matinee.Engine.Tests.Files;

/// <summary>Files whose checksums are right and whose contents are not.</summary>
public sealed class ModelFileLiesTests : IDisposable
{
    static readonly RawModelFile.Entry s_kind = new("kind", 1, "test"u8.ToArray());
    static readonly RawModelFile.Entry s_numbers = new("numbers", 5, new byte[128]);

    readonly FileStream _file = ModelFileSamples.TemporaryFile();

    public static TheoryData<string, string> Lies() => new()
    {
        { "section past the end", "contradicts itself" },
        { "section of 2 GB", "contradicts itself" },
        { "section of 2 GB in a file that says so", "truncated" },
        { "section of the largest length", "contradicts itself" },
        { "section of negative length", "contradicts itself" },
        { "negative offset", "contradicts itself" },
        { "overlapping sections", "contradicts itself" },
        { "section over the header", "contradicts itself" },
        { "gap between sections", "contradicts itself" },
        { "sections in another order than their data", "contradicts itself" },
        { "length that is no whole number of elements", "contradicts itself" },
        { "one name twice", "contradicts itself" },
        { "nameless section", "contradicts itself" },
        { "name longer than the directory", "contradicts itself" },
        { "name longer than allowed", "contradicts itself" },
        { "unknown element type", "unknown element type 99" },
        { "element type zero", "unknown element type 0" },
        { "fewer sections than the directory", "contradicts itself" },
        { "more sections than the directory", "contradicts itself" },
        { "empty section that is not counted", "contradicts itself" },
        { "no sections", "header" },
        { "negative number of sections", "header" },
        { "a billion sections", "header" },
        { "directory of negative length", "header" },
        { "directory of 4 GB", "header" },
        { "file of negative length", "contradicts itself" },
        { "file of endless length", "contradicts itself" },
        { "version 2", "format version 2; this version reads 1" },
        { "version 4294967295", "format version -1" },
        { "no kind", "no section 'kind'" },
        { "kind in numbers", "'kind' does not hold Byte" },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public void Open_Lie_IsRefusedWithoutTakingMuchMemory(string lie, string message)
    {
        var bytes = Told(lie).ToBytes();

        AssertRefused(message, () => ModelFileSamples.Read(bytes));
        AssertRefused(message, () => ModelFile.Read(new TrickleStream(bytes)));
        AssertRefused(message, () =>
        {
            if (ModelFileSamples.FailureOfMapping(_file, bytes) is { } failure) throw failure;
        });
    }

    [Fact]
    public void Open_NoLie_IsRead() => Assert.Equal("test", ModelFileSamples.Read(Told("none").ToBytes()).Kind);

    public void Dispose() => _file.Dispose();

    static void AssertRefused(string message, Action open)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<ModelFileException>(open);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 3_000_000);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    // In the honest file kind lies at 128, numbers lie at 192 and the end is at 320.
    static RawModelFile Told(string lie) => lie switch
    {
        "none" => With(s_kind, s_numbers),
        "section past the end" => With(s_kind, s_numbers with { Length = 132 }),
        "section of 2 GB" => With(s_kind, s_numbers with { Length = 0x7FFFFFC0 }),
        "section of 2 GB in a file that says so" => With(s_kind, s_numbers with { Length = 0x7FFFFFC0 }, fileLength: 192 + 0x7FFFFFC0L),
        "section of the largest length" => With(s_kind, s_numbers with { Length = long.MaxValue & ~3 }),
        "section of negative length" => With(s_kind, s_numbers with { Length = -128 }),
        "negative offset" => With(s_kind with { Offset = -64 }, s_numbers),
        "overlapping sections" => With(s_kind, s_numbers with { Offset = 128 }),
        "section over the header" => With(s_kind, s_numbers with { Offset = 0 }),
        "gap between sections" => With(s_kind, s_numbers with { Offset = 256, Length = 64 }),
        "sections in another order than their data" => With(s_kind with { Offset = 256 }, s_numbers with { Offset = 128 }),
        "length that is no whole number of elements" => With(s_kind, s_numbers with { Length = 126 }),
        "one name twice" => With(s_kind, s_numbers, s_numbers),
        "nameless section" => With(s_kind, s_numbers with { Name = "" }),
        "name longer than the directory" => With(s_kind, s_numbers with { NameLength = 190 }),
        "name longer than allowed" => With(s_kind, s_numbers with { Name = new string('n', 201) }),
        "unknown element type" => With(s_kind, s_numbers with { Type = 99 }),
        "element type zero" => With(s_kind, s_numbers with { Type = 0 }),
        "fewer sections than the directory" => With(s_kind, s_numbers, sections: 1),
        "more sections than the directory" => With(s_kind, s_numbers, sections: 3),
        "empty section that is not counted" => new() { Entries = [s_kind, new("more", 1, [])], Sections = 1 },
        "no sections" => With(s_kind, s_numbers, sections: 0),
        "negative number of sections" => With(s_kind, s_numbers, sections: -1),
        "a billion sections" => With(s_kind, s_numbers, sections: 1_000_000_000),
        "directory of negative length" => With(s_kind, s_numbers, directoryLength: -1),
        "directory of 4 GB" => With(s_kind, s_numbers, directoryLength: 1L << 32),
        "file of negative length" => With(s_kind, s_numbers, fileLength: -320),
        "file of endless length" => With(s_kind, s_numbers, fileLength: long.MaxValue),
        "version 2" => new() { Version = 2 },
        "version 4294967295" => new() { Version = uint.MaxValue },
        "no kind" => With(s_numbers),
        "kind in numbers" => With(s_kind with { Type = 5 }),
        _ => throw new ArgumentOutOfRangeException(nameof(lie), lie, "unknown lie"),
    };

    static RawModelFile With(params RawModelFile.Entry[] entries) => new() { Entries = [.. entries] };

    static RawModelFile With(
        RawModelFile.Entry first, RawModelFile.Entry second, int? sections = null, long? fileLength = null, long? directoryLength = null) =>
        new() { Entries = [first, second], Sections = sections, FileLength = fileLength, DirectoryLength = directoryLength };
}
