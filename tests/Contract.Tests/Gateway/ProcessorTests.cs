using System.Collections.Concurrent;
using Microsoft.Azure.Cosmos;

namespace Matinee.Contract.Tests.Gateway;

public sealed class ProcessorTestsInProcess() : ProcessorTests(overHttp: false);

public sealed class ProcessorTestsOverHttp() : ProcessorTests(overHttp: true);

/// <summary>The SDK's own change-feed processor, with its leases in a container of the gateway.</summary>
public abstract class ProcessorTests(bool overHttp) : GatewayTests(overHttp)
{
    readonly ConcurrentQueue<string> _seen = new();

    [Fact]
    public async Task Processor_Backlog_IsDeliveredInPagesAndNotAgainAfterARestart()
    {
        var leases = await Fixture.NewContainerAsync("/id", ttl: -1);
        for (var i = 0; i < 25; i++) await Put((i % 3).ToString(), i.ToString());
        var processor = Processor(Ratings, leases, "one", maxItems: 4);
        await processor.StartAsync();
        await Until(() => _seen.Count >= 25);
        await processor.StopAsync();
        Assert.Equal(Enumerable.Range(0, 25).Select(i => i.ToString()), _seen);

        var (database, ratings, lease) = (Ratings.Database.Id, Ratings.Id, leases.Id);
        if (IsOverHttp) return; // Another port is another host to the processor: it would begin anew, as with any account that moves.
        await Fixture.RestartAsync();
        var client = Fixture.NewClient();
        _seen.Clear();
        await client.GetContainer(database, ratings).UpsertItemAsync(Documents.Rating("1", "77"), new PartitionKey("1"));
        var again = Processor(client.GetContainer(database, ratings), client.GetContainer(database, lease), "one", maxItems: 4);
        await again.StartAsync();
        await Until(() => !_seen.IsEmpty);
        await again.StopAsync();
        Assert.Equal(["77"], _seen);
    }

    [Fact]
    public async Task Processors_OneStops_TheOtherTakesOverWithoutRepeats()
    {
        var leases = await Fixture.NewContainerAsync("/id", ttl: -1);
        var first = Processor(Ratings, leases, "one");
        var second = Processor(Ratings, leases, "two");
        await first.StartAsync();
        for (var i = 0; i < 5; i++) await Put("1", i.ToString());
        await Until(() => _seen.Count == 5);
        await second.StartAsync();
        await first.StopAsync();
        for (var i = 5; i < 10; i++) await Put("1", i.ToString());
        await Until(() => _seen.Count >= 10);
        await second.StopAsync();

        Assert.Equal(Enumerable.Range(0, 10).Select(i => i.ToString()), _seen);
    }

    [Fact]
    public async Task Processor_LockLeftByACrash_StartsOnceItsTimeIsOut()
    {
        var leases = await Fixture.NewContainerAsync("/id", ttl: -1);
        var rid = (await Ratings.ReadContainerAsync()).Resource.SelfLink.Split('/');
        await Put("1", "1");
        var prefix = $"hot{Fixture.Endpoint.Host}_{rid[1]}_{rid[3]}";
        await leases.CreateItemAsync(new { id = prefix + ".lock", ttl = 1 }, new PartitionKey(prefix + ".lock"));

        var processor = Processor(Ratings, leases, "one");
        Fixture.Clock.Advance(TimeSpan.FromSeconds(2));
        await processor.StartAsync();
        await Until(() => !_seen.IsEmpty);
        await processor.StopAsync();

        Assert.Equal(["1"], _seen);
    }

    ChangeFeedProcessor Processor(Container source, Container leases, string instance, int maxItems = 100) =>
        source.GetChangeFeedProcessorBuilder<RatingDocument>("hot", (changes, _) =>
            {
                Assert.InRange(changes.Count, 1, maxItems);
                foreach (var change in changes) _seen.Enqueue(change.Id);
                return Task.CompletedTask;
            })
            .WithInstanceName(instance)
            .WithLeaseContainer(leases)
            .WithMaxItems(maxItems)
            .WithStartTime(DateTime.MinValue.ToUniversalTime())
            .WithPollInterval(TimeSpan.FromMilliseconds(50))
            .WithLeaseConfiguration(TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1))
            .Build();

    static async Task Until(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition()) await Task.Delay(20, patience.Token);
    }
}
