using Matinee.Local.CosmosGateway.Journal;
using static Matinee.Contract.Tests.Gateway.Storage.StorageFixture;

namespace Matinee.Contract.Tests.Gateway.Storage;

/// <summary>Enough items and garbage that indexes grow, drop what is dead and are packed.</summary>
public sealed class ManyItemsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Container_ManyItemsRewrittenAndRemoved_IsTheSameAfterAReopen(int seed)
    {
        using var fixture = new StorageFixture(commit: CommitMode.Import);
        var random = new Random(seed);
        var latest = new Dictionary<string, (long Lsn, long Number)>();
        for (var step = 0; step < 60_000; step++)
        {
            // Grows, then is mostly rewritten, then shrinks.
            var id = random.Next(step < 20_000 ? 8000 : 4000).ToString();
            var removes = step > 45_000 ? random.Next(3) > 0 : random.Next(10) == 0;
            if (removes)
            {
                Assert.Equal(latest.Remove(id) ? 204 : 404, fixture.Container.Execute(Remove((id.Length % 3).ToString(), id)).Status);
            }
            else
            {
                var outcome = fixture.Container.Execute(Put((id.Length % 3).ToString(), id, step));
                Assert.Equal(latest.TryGetValue(id, out var known) ? (200, known.Number) : (201, outcome.Item!.Number), (outcome.Status, outcome.Item!.Number));
                latest[id] = (outcome.Item.Lsn, outcome.Item.Number);
            }

            if (step % 12_345 == 0) fixture.Reopen();
        }

        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(latest.Values.Select(one => one.Number).Order(), fixture.Container.Scan(null).Select(item => item.Number));
            Assert.Equal(latest.Values.Select(one => one.Lsn).Order(), fixture.Container.Changes(null, 0).Select(item => item.Lsn));
            foreach (var (id, (lsn, _)) in latest) Assert.Equal(lsn, fixture.Container.Read(Key((id.Length % 3).ToString(), id))!.Lsn);
            fixture.Reopen();
        }
    }
}
