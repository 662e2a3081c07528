using System.Text.Json;
using Matinee.Azure.Cosmos;
using Microsoft.Azure.Cosmos;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Matinee.Local.Hosting;

/// <summary>Calls the functions that change feeds trigger, by the SDK's own processor: leases, checkpoints and retries are real.</summary>
sealed partial class FeedHost(
    IServiceProvider services, CosmosStores stores, TriggerSettings settings, ServeOptions options, TimeProvider clock, ILogger<FeedHost> log) : BackgroundService
{
    const int DefaultItems = 100;

    static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan s_startAgain = TimeSpan.FromSeconds(5);

    // Somebody who has crashed is found out after this time; counting twice does no harm, standing still for long does.
    static readonly TimeSpan s_lease = TimeSpan.FromSeconds(20);
    static readonly TimeSpan s_renew = TimeSpan.FromSeconds(5);
    static readonly TimeSpan s_lookForLeases = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The embedded store lets one process in, so there is one name a machine: after a crash the leases are its own, and it goes on without
    /// waiting for them to expire. An account may have several at a time, also of one machine, and of those each has a name of its own: two of
    /// the same name would both think that they own a lease.
    /// </summary>
    readonly string _instance = options.Backend.Cosmos is null ? $"local-{Environment.MachineName}" : $"local-{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";

    readonly List<ChangeFeedProcessor> _running = [];

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // What is under way is told to stop; what does not, is given again at the next start.
        await Task.WhenAll(_running.Select(static processor => processor.StopAsync()))
            .WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var function in TriggeredFunction<CosmosDBTriggerAttribute>.All)
        {
            var processor = ProcessorOf(function);
            while (!await TryStartAsync(processor, function.Name)) await Task.Delay(s_startAgain, clock, stoppingToken);
            _running.Add(processor);
        }
    }

    async Task<bool> TryStartAsync(ChangeFeedProcessor processor, string name)
    {
        try
        {
            await processor.StartAsync();
            return true;
        }
        catch (CosmosException error)
        {
            CannotStart(error, name);
            return false;
        }
    }

    ChangeFeedProcessor ProcessorOf(TriggeredFunction<CosmosDBTriggerAttribute> function)
    {
        var trigger = function.Trigger;
        var retry = RetryPolicy.Of(function.Method);
        var database = stores.Client.GetDatabase(settings.Resolve(trigger.DatabaseName));
        var leases = stores.Client.GetDatabase(settings.Resolve(trigger.LeaseDatabaseName ?? trigger.DatabaseName));
        var builder = database.GetContainer(settings.Resolve(trigger.ContainerName))
            .GetChangeFeedProcessorBuilder<JsonElement>(
                trigger.LeaseContainerPrefix ?? "", (documents, cancellation) => CallAsync(function, retry, documents, cancellation))
            .WithInstanceName(_instance)
            .WithLeaseConfiguration(s_lookForLeases, s_lease, s_renew)
            .WithLeaseContainer(leases.GetContainer(settings.Resolve(trigger.LeaseContainerName ?? "leases")))
            .WithMaxItems(trigger.MaxItemsPerInvocation > 0 ? trigger.MaxItemsPerInvocation : DefaultItems)
            .WithPollInterval(s_poll)
            .WithErrorNotification((_, error) =>
            {
                Stumbled(error, function.Name);
                return Task.CompletedTask;
            });
        if (trigger.StartFromBeginning) builder = builder.WithStartTime(DateTime.MinValue.ToUniversalTime());
        return builder.Build();
    }

    /// <summary>What returns is checked off, also where the last retry has failed: so it is in Azure. What is stopped is not.</summary>
    async Task CallAsync(
        TriggeredFunction<CosmosDBTriggerAttribute> function, RetryPolicy retry, IReadOnlyCollection<JsonElement> documents, CancellationToken cancellation)
    {
        var value = Bind(function.Parameter.ParameterType, documents);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await function.InvokeAsync(services, value, cancellation);
                return;
            }
            catch (Exception error) when (!cancellation.IsCancellationRequested)
            {
                if (retry.WaitBefore(attempt) is not { } wait)
                {
                    Lost(error, function.Name, documents.Count);
                    return;
                }

                Again(error, function.Name, wait.TotalSeconds);
                await Task.Delay(wait, clock, cancellation);
            }
        }
    }

    static object Bind(Type type, IReadOnlyCollection<JsonElement> documents) =>
        type.IsAssignableFrom(typeof(List<JsonElement>)) ? documents.ToList()
        : type == typeof(string) ? JsonSerializer.Serialize(documents)
        : JsonSerializer.SerializeToElement(documents).Deserialize(type, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException($"A batch can't be given as {type}.");

    [LoggerMessage(LogLevel.Warning, "{Function}: the change feed can't be read yet; it is tried again")]
    partial void CannotStart(Exception error, string function);

    [LoggerMessage(LogLevel.Warning, "{Function}: the change feed stumbled, and goes on")]
    partial void Stumbled(Exception error, string function);

    [LoggerMessage(LogLevel.Warning, "{Function} failed and is called again in {Seconds} s")]
    partial void Again(Exception error, string function, double seconds);

    [LoggerMessage(LogLevel.Error, "{Function} failed for the last time: {Documents} documents are passed over")]
    partial void Lost(Exception error, string function, int documents);
}
