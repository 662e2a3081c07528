using System.Text;
using Matinee.Core.Blobs;

namespace Matinee.Contract.Tests.Blobs;

/// <summary>What every home of blobs must keep to.</summary>
public abstract class BlobsContract
{
    protected abstract Task<IBlobs> NewAsync();

    [Fact]
    public async Task Read_NothingThere_IsMissing()
    {
        var blobs = await NewAsync();
        Assert.Same(BlobRead.Missing, await blobs.ReadAsync("a/b.json"));
        Assert.Same(BlobRead.Missing, await blobs.ReadAsync("a/b.json", "\"0x1\""));
        Assert.Null(await blobs.OpenAsync("a/b.json"));
    }

    [Fact]
    public async Task Write_New_CanBeReadWithItsTag()
    {
        var blobs = await NewAsync();
        var tag = await blobs.WriteAsync("a/b.json", Bytes("one"), null);
        var read = await blobs.ReadAsync("a/b.json");
        Assert.Equal("one", Text(read));
        Assert.Equal(tag, read.Tag);
    }

    [Fact]
    public async Task Write_SomethingThereAlready_IsRefusedAndKeepsIt()
    {
        var blobs = await NewAsync();
        await blobs.WriteAsync("a.json", Bytes("one"), null);
        var error = await Assert.ThrowsAsync<BlobConflictException>(() => blobs.WriteAsync("a.json", Bytes("two"), null));
        Assert.Equal("a.json", error.Name);
        Assert.Equal("one", Text(await blobs.ReadAsync("a.json")));
    }

    [Fact]
    public async Task Write_TagOfAnotherState_IsRefusedAndKeepsIt()
    {
        var blobs = await NewAsync();
        var first = await blobs.WriteAsync("a.json", Bytes("one"), null);
        var second = await blobs.WriteAsync("a.json", Bytes("two"), first);
        await Assert.ThrowsAsync<BlobConflictException>(() => blobs.WriteAsync("a.json", Bytes("three"), first));
        Assert.Equal("two", Text(await blobs.ReadAsync("a.json")));
        await blobs.WriteAsync("a.json", Bytes("three"), second);
        Assert.Equal("three", Text(await blobs.ReadAsync("a.json")));
    }

    [Fact]
    public async Task Write_TagOfWhatIsGone_IsRefused()
    {
        var blobs = await NewAsync();
        var tag = await blobs.WriteAsync("a.json", Bytes("one"), null);
        Assert.True(await blobs.DeleteAsync("a.json"));
        await Assert.ThrowsAsync<BlobConflictException>(() => blobs.WriteAsync("a.json", Bytes("two"), tag));
        Assert.Same(BlobRead.Missing, await blobs.ReadAsync("a.json"));
    }

    [Fact]
    public async Task Read_KnownTag_IsNotChangedUntilItChanges()
    {
        var blobs = await NewAsync();
        var tag = await blobs.WriteAsync("a.json", Bytes("one"), null);
        Assert.Same(BlobRead.NotChanged, await blobs.ReadAsync("a.json", tag));
        await blobs.WriteAsync("a.json", Bytes("two"), tag);
        Assert.Equal("two", Text(await blobs.ReadAsync("a.json", tag)));
    }

    [Fact]
    public async Task Write_ManyAtOnce_ExactlyOneWins()
    {
        var blobs = await NewAsync();
        string? tag = null;
        for (var round = 0; round < 5; round++)
        {
            var expected = tag;
            var tags = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => TryWriteAsync(blobs, $"{round}/{writer}", expected)));
            var winner = Assert.Single(Enumerable.Range(0, 8), writer => tags[writer] is not null);
            Assert.Equal($"{round}/{winner}", Text(await blobs.ReadAsync("a.json")));
            tag = tags[winner];
        }
    }

    [Fact]
    public async Task Upload_LargerThanAnyBuffer_ComesBackWholeAndCanSeek()
    {
        var blobs = await NewAsync();
        var content = new byte[(9 << 20) + 7];
        new Random(1).NextBytes(content);
        await blobs.UploadAsync("big.bin", async stream =>
        {
            await stream.WriteAsync(content.AsMemory(0, 5_000_001));
            stream.Write(content.AsSpan(5_000_001));
        });
        await using var read = (await blobs.OpenAsync("big.bin"))!;
        var back = new byte[content.Length];
        await read.ReadExactlyAsync(back);
        Assert.Equal(content.Length, read.Length);
        Assert.Equal(0, read.Read(new byte[1]));
        Assert.True(content.AsSpan().SequenceEqual(back));
        read.Position = 6_000_000;
        Assert.Equal(content[6_000_000], read.ReadByte());
    }

    [Fact]
    public async Task Upload_Empty_IsThere()
    {
        var blobs = await NewAsync();
        await blobs.UploadAsync("empty.bin", _ => Task.CompletedTask);
        await using var read = (await blobs.OpenAsync("empty.bin"))!;
        Assert.Equal(0, read.Length);
        Assert.Equal("", Text(await blobs.ReadAsync("empty.bin")));
    }

    [Fact]
    public async Task Upload_CutOff_LeavesNothing()
    {
        var blobs = await NewAsync();
        await Assert.ThrowsAsync<TimeoutException>(() => blobs.UploadAsync("big.bin", async stream =>
        {
            await stream.WriteAsync(new byte[9 << 20]);
            throw new TimeoutException();
        }));
        Assert.Null(await blobs.OpenAsync("big.bin"));
        Assert.Empty(await NamesAsync(blobs, ""));
        await blobs.UploadAsync("big.bin", async stream => await stream.WriteAsync(Bytes("whole")));
        Assert.Equal("whole", Text(await blobs.ReadAsync("big.bin")));
    }

    [Fact]
    public async Task Upload_SomethingThereAlready_IsRefusedAndKeepsIt()
    {
        var blobs = await NewAsync();
        await blobs.UploadAsync("a.bin", async stream => await stream.WriteAsync(Bytes("one")));
        await Assert.ThrowsAsync<BlobConflictException>(() => blobs.UploadAsync("a.bin", async stream => await stream.WriteAsync(Bytes("two"))));
        Assert.Equal("one", Text(await blobs.ReadAsync("a.bin")));
    }

    [Fact]
    public async Task Read_TooLargeToHoldWhole_IsRefused()
    {
        var blobs = await NewAsync();
        await blobs.UploadAsync("a.bin", async stream => await stream.WriteAsync(new byte[IBlobs.MaxSmallBytes + 1]));
        await Assert.ThrowsAsync<InvalidDataException>(() => blobs.ReadAsync("a.bin"));
        await Assert.ThrowsAsync<InvalidDataException>(() => blobs.WriteAsync("b.bin", new byte[IBlobs.MaxSmallBytes + 1], null));
    }

    [Fact]
    public async Task List_AnyNames_InOrdinalOrderUnderAPrefix()
    {
        var blobs = await NewAsync();
        string[] names = ["m/b/x.json", "m/b-x", "m/b.x", "m/b/a", "n", "m/10", "m/9", "m.x"];
        foreach (var name in names) await blobs.WriteAsync(name, Bytes(name), null);
        Assert.Equal(["m/10", "m/9", "m/b-x", "m/b.x", "m/b/a", "m/b/x.json"], await NamesAsync(blobs, "m/"));
        Assert.Equal(["m/b-x", "m/b.x", "m/b/a", "m/b/x.json"], await NamesAsync(blobs, "m/b"));
        Assert.Equal(names.Order(StringComparer.Ordinal), await NamesAsync(blobs, ""));
        Assert.Empty(await NamesAsync(blobs, "z"));
        await foreach (var blob in blobs.ListAsync("m/10"))
        {
            Assert.Equal(4, blob.Length);
            Assert.InRange(blob.Modified, TimeProvider.System.GetUtcNow().AddMinutes(-10), TimeProvider.System.GetUtcNow().AddMinutes(10));
        }
    }

    [Fact]
    public async Task Delete_Twice_SaysWhatItFound()
    {
        var blobs = await NewAsync();
        await blobs.WriteAsync("a/b/c", Bytes("one"), null);
        Assert.True(await blobs.DeleteAsync("a/b/c"));
        Assert.False(await blobs.DeleteAsync("a/b/c"));
        Assert.Empty(await NamesAsync(blobs, ""));
        await blobs.WriteAsync("a/b/c", Bytes("two"), null);
        Assert.Equal("two", Text(await blobs.ReadAsync("a/b/c")));
    }

    [Theory]
    [InlineData("../a")]
    [InlineData("a/../b")]
    [InlineData("/a")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData(".lock")]
    [InlineData("A")]
    [InlineData("a\\b")]
    [InlineData("a b")]
    [InlineData("con:")]
    [InlineData("a.")]
    public async Task AnyVerb_NameThatIsNone_IsRefused(string name)
    {
        var blobs = await NewAsync();
        var error = await Assert.ThrowsAsync<ArgumentException>(() => blobs.ReadAsync(name));
        Assert.Contains($"'{name}'", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => blobs.WriteAsync(name, Bytes("x"), null));
        await Assert.ThrowsAsync<ArgumentException>(() => blobs.UploadAsync(name, _ => Task.CompletedTask));
        await Assert.ThrowsAsync<ArgumentException>(() => blobs.DeleteAsync(name));
    }

    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    protected static string Text(BlobRead read) => Encoding.UTF8.GetString(read.Content.Span);

    protected static async Task<List<string>> NamesAsync(IBlobs blobs, string prefix)
    {
        var names = new List<string>();
        await foreach (var blob in blobs.ListAsync(prefix)) names.Add(blob.Name);
        return names;
    }

    static async Task<string?> TryWriteAsync(IBlobs blobs, string text, string? expected)
    {
        await Task.Yield();
        try
        {
            return await blobs.WriteAsync("a.json", Bytes(text), expected);
        }
        catch (BlobConflictException)
        {
            return null;
        }
    }
}
