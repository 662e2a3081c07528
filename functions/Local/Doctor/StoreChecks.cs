using System.Net;
using Matinee.Azure.Cosmos;
using Matinee.Core.Training;
using Matinee.Local.Hosting;
using Microsoft.Azure.Cosmos;
using Microsoft.Azure.Functions.Worker;

namespace Matinee.Local.Doctor;

/// <summary>The store: is it there, is it made as it should be, and does what feeds on it keep up?</summary>
sealed class StoreChecks(CosmosStores stores, SnapshotStore snapshots)
{
    const string Nobody = "doctor";
    const int MostPoison = 100;
    const long ManyWaiting = 1000;

    public async Task<Finding> ReachAsync(CancellationToken cancellation)
    {
        await stores.ViewerMarks.FindAsync(Nobody, cancellation);
        return Ok($"{stores.Client.Endpoint} answers.");
    }

    public async Task<Finding> SchemaAsync(CancellationToken cancellation)
    {
        var faults = new List<string>();
        foreach (var plan in CosmosContainers.All)
        {
            try
            {
                var there = (await stores.Database.GetContainer(plan.Name).ReadContainerAsync(cancellationToken: cancellation)).Resource;
                if (there.PartitionKeyPath != plan.PartitionKey) faults.Add($"{plan.Name} is partitioned by {there.PartitionKeyPath}, not by {plan.PartitionKey}");
                if (there.DefaultTimeToLive != plan.DefaultTtl) faults.Add($"{plan.Name} has a time to live of {Say(there.DefaultTimeToLive)}, not of {Say(plan.DefaultTtl)}");
            }
            catch (CosmosException error) when (error.StatusCode == HttpStatusCode.NotFound)
            {
                faults.Add($"{plan.Name} is missing");
            }
        }

        return faults.Count == 0
            ? Ok($"All {CosmosContainers.All.Count} containers are as they should be.")
            : new("", FindingLevel.Broken, string.Join("; ", faults) + ".", "Deploy the infrastructure again (azd provision); a partition key can only be changed by making the container anew.");
    }

    /// <summary>How far the feed is behind, by the estimate of the SDK that runs it.</summary>
    public async Task<Finding> FeedAsync(CancellationToken cancellation)
    {
        var trigger = TriggeredFunction<CosmosDBTriggerAttribute>.All.Single().Trigger;
        var estimator = stores.Database.GetContainer(trigger.ContainerName)
            .GetChangeFeedEstimator(trigger.LeaseContainerPrefix ?? "", stores.Database.GetContainer(trigger.LeaseContainerName ?? CosmosContainers.Leases.Name));
        using var pages = estimator.GetCurrentStateIterator();
        var (leases, waiting) = (0, 0L);
        while (pages.HasMoreResults)
        {
            foreach (var state in await pages.ReadNextAsync(cancellation))
            {
                leases++;
                waiting += state.EstimatedLag;
            }
        }

        return leases == 0 ? new("", FindingLevel.Note, "It has never run; counts follow ratings when the service runs.", "Start it: matinee serve")
            : waiting == 0 ? Ok("Nothing waits to be counted.")
            : new("", waiting >= ManyWaiting ? FindingLevel.Note : FindingLevel.Ok, $"About {waiting:N0} changes wait to be counted.", "They are counted while the service runs.");
    }

    public async Task<Finding> PoisonAsync(CancellationToken cancellation)
    {
        var latest = await stores.Poison.LatestAsync(MostPoison, cancellation);
        if (latest.Count == 0) return Ok("No document had to be set aside.");
        var count = latest.Count == MostPoison ? $"{MostPoison} documents or more" : $"{latest.Count} documents";
        return new("", FindingLevel.Note, $"{count} were set aside; the latest at {latest[0].At:u}: {latest[0].Reason}", "Look at them in the container 'poison'; delete those that need nothing done.");
    }

    public async Task<Finding> SnapshotAsync(CancellationToken cancellation) =>
        await snapshots.OpenAsync(null, cancellation) is { } snapshot
            ? Ok($"{snapshot.Count:N0} ratings, up to {snapshot.Taken:u}.")
            : new("", FindingLevel.Note, "There is none yet.", "The next import or retraining makes it.");

    static string Say(int? seconds) => seconds switch { null => "none", -1 => "each item's own", _ => $"{seconds} s" };

    static Finding Ok(string detail) => new("", FindingLevel.Ok, detail);
}
