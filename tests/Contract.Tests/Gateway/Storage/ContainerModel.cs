using System.Collections.Immutable;
using System.Text;
using Matinee.Local.CosmosGateway.Items;
using Container = Matinee.Local.CosmosGateway.Storage.Container;

namespace Matinee.Contract.Tests.Gateway.Storage;

/// <summary>What a container must be, as plainly as it can be said.</summary>
sealed record ContainerModel(ImmutableDictionary<(string Pk, string Id), ModelItem> Items, long Lsn, long Number)
{
    public static ContainerModel Empty { get; } = new(ImmutableDictionary<(string, string), ModelItem>.Empty, 0, 0);

    /// <summary>Does an operation and says which status it must have.</summary>
    public (ContainerModel After, int Status) Execute(ItemOperation operation, (string, string) key, long now, bool etagIsCurrent)
    {
        var exists = Items.TryGetValue(key, out var current) && !current.IsExpired(now);
        var isStale = exists && operation.IfMatch is not null && !etagIsCurrent;
        return operation.Kind switch
        {
            OperationKind.Create when exists => (this, 409),
            OperationKind.Create or OperationKind.Upsert when !exists => (Put(key, operation.Body!, Number + 1, now) with { Number = Number + 1 }, 201),
            _ when !exists => (this, 404),
            OperationKind.Read => (this, 200),
            _ when isStale => (this, 412),
            OperationKind.Delete => (this with { Items = Items.Remove(key), Lsn = Lsn + 1 }, 204),
            _ => (Put(key, operation.Body!, current!.Number, now), 200),
        };
    }

    public void AssertIs(Container container, long now, Random random)
    {
        var living = Items.Where(pair => !pair.Value.IsExpired(now)).ToList();
        Assert.Equal(Lsn, container.Lsn);
        Assert.Equal(living.OrderBy(pair => pair.Value.Number).Select(Line), container.Scan(null).Select(Line));
        var since = random.NextInt64(0, Lsn + 1);
        Assert.Equal(
            living.Where(pair => pair.Value.Lsn > since).OrderBy(pair => pair.Value.Lsn).Select(Line),
            container.Changes(null, since).Select(Line));

        foreach (var partition in living.GroupBy(pair => pair.Key.Pk))
        {
            var key = PartitionKey.FromText(partition.Key);
            var after = random.NextInt64(0, Number + 1);
            Assert.Equal(partition.Where(pair => pair.Value.Number > after).OrderBy(pair => pair.Value.Number).Select(Line), container.Scan(key, after).Select(Line));
            Assert.Equal(
                partition.Where(pair => pair.Value.Lsn > since).OrderBy(pair => pair.Value.Lsn).Select(Line),
                container.Changes(key, since).Select(Line));
        }

        foreach (var ((pk, id), item) in Items)
            Assert.Equal(item.IsExpired(now) ? null : item.Body, container.Read(StorageFixture.Key(pk, id)) is { } read ? Encoding.UTF8.GetString(read.Body.Span) : null);
    }

    ContainerModel Put((string, string) key, ItemBody body, long number, long now) =>
        this with { Items = Items.SetItem(key, new(Encoding.UTF8.GetString(body.Json.Span), Lsn + 1, number, now, body.Ttl)), Lsn = Lsn + 1 };

    static string Line(KeyValuePair<(string Pk, string Id), ModelItem> pair) => $"{pair.Value.Number} {pair.Value.Lsn} {pair.Value.Body}";

    static string Line(StoredItem item) => $"{item.Number} {item.Lsn} {Encoding.UTF8.GetString(item.Body.Span)}";
}

sealed record ModelItem(string Body, long Lsn, long Number, long Time, int Ttl)
{
    public bool IsExpired(long now) => Ttl > 0 && Time + Ttl <= now;
}
