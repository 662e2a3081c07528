using Matinee.Local.CosmosGateway;
using Matinee.Local.CosmosGateway.Journal;
using static Matinee.Contract.Tests.Gateway.Storage.StorageFixture;

namespace Matinee.Contract.Tests.Gateway.Storage;

public sealed class JournalDamageTests : IDisposable
{
    readonly StorageFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Open_CutAtEveryByte_KeepsEveryWholeRecordAndGoesOn()
    {
        var after = Write();
        var bytes = File.ReadAllBytes(_fixture.Journal);

        for (var length = JournalLayout.HeaderLength; length <= bytes.Length; length++)
        {
            var (end, picture) = after.Last(state => state.Length <= length);
            using (var cut = _fixture.OpenCopy(bytes.AsSpan(0, length)))
            {
                Assert.Equal(picture, Picture(cut));
                Assert.Equal(end, cut.JournalLength);
                if (length % 7 == 0) cut.Execute(Put("new", "new"));
            }

            Assert.True(new FileInfo(_fixture.Copy).Length >= end);
        }
    }

    [Fact]
    public void Open_AnyByteOfTheLastRecordChanged_CutsItOff()
    {
        var after = Write();
        var bytes = File.ReadAllBytes(_fixture.Journal);
        var (start, picture) = after[^2];

        for (var at = (int)start; at < bytes.Length; at++)
        {
            bytes[at] ^= 0x40;
            using (var cut = _fixture.OpenCopy(bytes)) Assert.Equal(picture, Picture(cut));
            bytes[at] ^= 0x40;
        }
    }

    [Fact]
    public void Open_AnyByteInTheMiddleChanged_RefusesAndNamesTheOffset()
    {
        var after = Write();
        var bytes = File.ReadAllBytes(_fixture.Journal);
        var (start, end) = ((int)after[2].Length, (int)after[3].Length);

        for (var at = start; at < end; at++)
        {
            bytes[at] ^= 0x40;
            var error = Assert.Throws<GatewayException>(() => _fixture.OpenCopy(bytes));
            Assert.Contains($"{_fixture.Copy} is damaged at offset {start}", error.Message, StringComparison.Ordinal);
            Assert.Contains("matinee cosmos repair", error.Message, StringComparison.Ordinal);
            Assert.Equal(bytes, File.ReadAllBytes(_fixture.Copy));
            bytes[at] ^= 0x40;
        }
    }

    [Fact]
    public void Open_TailOfZerosOrRubbish_IsCutOff()
    {
        Write();
        var picture = Picture(_fixture.Container);
        var bytes = File.ReadAllBytes(_fixture.Journal);
        var rubbish = new byte[5000];
        new Random(3).NextBytes(rubbish);

        foreach (var tail in new[] { new byte[5000], rubbish, [.. JournalLayout.RecordMark, 0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 0, 0] })
        {
            using var cut = _fixture.OpenCopy([.. bytes, .. tail]);
            Assert.Equal(picture, Picture(cut));
            Assert.Equal(bytes.Length, cut.JournalLength);
            Assert.StartsWith($"Warning The last {tail.Length} bytes of {_fixture.Copy}", _fixture.Log.Lines[^1], StringComparison.Ordinal);
        }
    }

    // A power cut may keep later pages and lose earlier ones of what had not been flushed: nobody was told of any of it.
    [Fact]
    public void Open_HoleInWhatWasNeverFlushed_CutsFromTheHoleOn()
    {
        var after = Write();
        var bytes = File.ReadAllBytes(_fixture.Journal).ToList();
        var picture = after[^1].Picture;
        var durable = bytes.Count;
        bytes.AddRange(Record(durable, 100, "lost"));
        var hole = bytes.Count;
        bytes.AddRange(Record(durable, 101, "torn"));
        bytes.AddRange(Record(durable, 102, "whole but never flushed"));
        using (var all = _fixture.OpenCopy([.. bytes])) Assert.Equal(102, all.Lsn);

        bytes[hole + 20] ^= 1;
        using (var cut = _fixture.OpenCopy([.. bytes])) Assert.Equal((100, hole), (cut.Lsn, cut.JournalLength));
        bytes[durable + 20] ^= 1;
        using (var cut = _fixture.OpenCopy([.. bytes])) Assert.Equal(picture, Picture(cut));
    }

    [Theory]
    [InlineData(0, "does not begin like a journal")]
    [InlineData(9, "damaged")]
    [InlineData(30, "damaged")]
    public void Open_HeaderChanged_Refuses(int at, string message)
    {
        Write();
        var bytes = File.ReadAllBytes(_fixture.Journal);
        bytes[at] ^= 1;

        var error = Assert.Throws<GatewayException>(() => _fixture.OpenCopy(bytes));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(_fixture.Copy, error.Message, StringComparison.Ordinal);
    }

    /// <summary>Writes, and remembers how long the journal was and what was in it after each step.</summary>
    List<(long Length, string Picture)> Write()
    {
        var container = _fixture.Container;
        var states = new List<(long, string)> { (container.JournalLength, Picture(container)) };
        void Then(params Local.CosmosGateway.Items.ItemOperation[] operations)
        {
            Assert.False(container.Execute(operations)[^1].IsError);
            container.WhenDurable(container.Lsn).Wait();
            states.Add((container.JournalLength, Picture(container)));
        }

        Then(Put("a", "1", 1));
        Then(Put("a", "2", "two"));
        Then(Put("b", "1", null));
        Then(Put("a", "1", 11), Put("a", "3", 3), Remove("a", "2"));
        Then(Remove("b", "1"));
        Then(Put("b", "1", "again"));
        Then(Put("a", "3", new string('x', 60)), Put("a", "4", 4));
        return states;
    }

    static byte[] Record(long durable, long lsn, string id)
    {
        var record = new JournalRecord();
        record.Begin(durable);
        var body = Body("z", id);
        record.Add(new() { Lsn = lsn, Number = lsn, Time = 1, Partition = body.Partition.Bytes, Id = System.Text.Encoding.UTF8.GetBytes(id), Body = body.Json.Span });
        return record.Finish().ToArray();
    }
}
