using Matinee.Local.CosmosGateway.Journal;
using Matinee.Local.CosmosGateway.Storage;
using static Matinee.Contract.Tests.Gateway.Storage.StorageFixture;

namespace Matinee.Contract.Tests.Gateway.Storage;

public sealed class CompactionTests
{
    [Fact]
    public async Task Compaction_ManyRewrites_KeepsWhatCanBeSeenAndShortensTheJournal()
    {
        using var fixture = new StorageFixture(compactionFloor: 100_000);
        var container = fixture.Container;
        for (var i = 0; i < 20_000; i++) container.Execute(Put((i % 5).ToString(), (i % 100).ToString(), i));
        container.Execute(Remove("0", "0"));
        await container.WhenCompacted();
        var picture = Picture(container);

        fixture.Reopen();

        Assert.Equal(picture, Picture(fixture.Container));
        Assert.Equal(99, fixture.Container.Count);
        Assert.InRange(fixture.Container.JournalLength, 5_000, 250_000);
    }

    [Fact]
    public async Task Compaction_WhileOthersWriteAndRead_LosesNothing()
    {
        using var fixture = new StorageFixture(compactionFloor: 20_000);
        var container = fixture.Container;
        const int Writers = 4, Each = 4000;
        var isDone = false;
        var reader = Task.Run(() =>
        {
            do
            {
                var numbers = container.Scan(null).Select(item => item.Number).ToList();
                Assert.Equal(numbers.Distinct().Order(), numbers);
            } while (!Volatile.Read(ref isDone));
        });

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() =>
        {
            for (var i = 0; i < Each; i++)
            {
                container.Execute(Put($"w{writer}", (i % 50).ToString(), i));
                if (i % 10 == 9) container.Execute(Remove($"w{writer}", ((i + 25) % 50).ToString()));
            }
        })));
        Volatile.Write(ref isDone, true);
        await reader;
        await container.WhenCompacted();
        var picture = Picture(container);
        for (var writer = 0; writer < Writers; writer++)
            Assert.Contains($"\"value\":{Each - 1}", System.Text.Encoding.UTF8.GetString(container.Read(Key($"w{writer}", ((Each - 1) % 50).ToString()))!.Body.Span), StringComparison.Ordinal);

        fixture.Reopen();

        Assert.Equal(picture, Picture(fixture.Container));
        // The first two removals of each writer come before there is anything to remove.
        Assert.Equal(Writers * (Each + Each / 10 - 2), fixture.Container.Lsn);
        Assert.True(fixture.Container.JournalLength < 500_000);
    }

    [Fact]
    public async Task Compaction_LastChangeWasARemoval_KeepsTheCounters()
    {
        using var fixture = new StorageFixture(compactionFloor: 0);
        for (var i = 0; i < 100; i++) fixture.Container.Execute(Put("a", "1", i));
        fixture.Container.Execute(Put("a", "2"));
        fixture.Container.Execute(Remove("a", "2"));
        fixture.Container.Execute(Remove("a", "1"));
        await fixture.Container.WhenCompacted();

        fixture.Reopen();
        var outcome = fixture.Container.Execute(Put("a", "1"));

        Assert.Equal((104, 3), (outcome.Item!.Lsn, outcome.Item.Number));
    }

    [Fact]
    public async Task Compaction_ExpiredItems_AreSweptThoughNothingIsRewritten()
    {
        using var fixture = new StorageFixture(compactionFloor: 10_000, ttl: 10);
        for (var i = 0; i < 3000; i++)
        {
            fixture.Container.Execute(Put("a", i.ToString(), "session"));
            if (i % 100 == 0) fixture.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        await fixture.Container.WhenCompacted();

        Assert.InRange(fixture.Container.Count, 100, 2000);
        Assert.True(fixture.Container.JournalLength < 200_000);
    }

    [Fact]
    public void Compaction_RecordsWrittenMeanwhile_AreWhereItSaysTheyAre()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        using var old = JournalFile.Create(Path.Combine(folder.Path, "old"), new(1, 0, 0, 0));
        var all = Enumerable.Range(1, 5).Select(lsn => Append(old, lsn)).ToList();
        using var compaction = new Compaction(old, new(1, 5, 5, 0));
        foreach (var kept in new[] { 1, 3, 4 }) compaction.Copy(all[kept - 1]);

        all.Add(Append(old, 6));
        all.Add(Append(old, 7));
        compaction.CatchUp(old.End);
        all.Add(Append(old, 8));
        compaction.CatchUp(old.End);

        var move = 0;
        for (var lsn = 1; lsn <= all.Count; lsn++)
        {
            var offset = compaction.NewOffset(ref move, lsn, all[lsn - 1].Offset);
            if (lsn is 2 or 5) Assert.Equal(-1, offset);
            else Assert.Equal(all[lsn - 1].ReadBytes(), new Location(compaction.File, offset, all[lsn - 1].Length).ReadBytes());
        }
    }

    static Location Append(JournalFile file, long lsn)
    {
        var (record, body) = (new JournalRecord(), Body("a", lsn.ToString(), new string('x', (int)lsn)));
        record.Begin(0);
        var entry = new JournalEntry { Lsn = lsn, Number = lsn, Time = 1, Partition = body.Partition.Bytes, Id = [(byte)('0' + lsn)], Body = body.Json.Span };
        var at = record.Add(entry);
        return new(file, file.Append(record.Finish()) + at, entry.Length);
    }

    [Fact]
    public void Open_CompactionCutShortByACrash_UsesTheOldJournal()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        using (var gateway = Open(folder))
        {
            gateway.Account.CreateDatabase("movies");
            gateway.Account.CreateContainer("movies", ContainerDefinition.Parse("""{"id":"c","partitionKey":{"paths":["/pk"]}}"""u8.ToArray())).Container.Execute(Put("a", "1"));
        }

        var leftover = folder.Journal() + Compaction.Suffix;
        File.WriteAllBytes(leftover, File.ReadAllBytes(folder.Journal())[..60]);
        using var reopened = Open(folder);

        Assert.Equal(1, reopened.Account.Find("movies")!.Find("c")!.Container.Lsn);
        Assert.False(File.Exists(leftover));
    }

    static Local.CosmosGateway.Gateway Open(TemporaryFolder folder) => Local.CosmosGateway.Gateway.Open(new() { Folder = folder.Path });
}
