using Microsoft.Extensions.Hosting;

namespace Matinee.Core.Models;

/// <summary>Keeps the model in service up to date, for as long as the host runs.</summary>
public sealed class ModelWatch(ModelInService model, TimeProvider clock) : BackgroundService
{
    /// <summary>The least time between two looks.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(30);

    /// <summary>The most: instances that were started together don't stay together.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A failed look is logged and shown in the health; the next one comes all the same. Stopping ends this by its exception.
        while (true)
        {
            await model.RefreshAsync(stoppingToken).ConfigureAwait(false);
            await Task.Delay(Pause(), clock, stoppingToken).ConfigureAwait(false);
        }
    }

    TimeSpan Pause() => Shortest + (Longest - Shortest) * Jitter();

    // The clock is luck enough: no two instances look at the same tick.
    double Jitter() => clock.GetTimestamp() % 1009 / 1009.0;
}
