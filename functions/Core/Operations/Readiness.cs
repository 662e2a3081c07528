using Microsoft.Extensions.Logging;

namespace Matinee.Core.Operations;

/// <summary>Asks all parts at once how they are, and waits for none of them long.</summary>
public sealed partial class Readiness(IEnumerable<IHealthPart> parts, TimeProvider clock, ILogger<Readiness> log)
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    readonly IReadOnlyList<IHealthPart> _parts = [.. parts];

    /// <summary>The state of each part by its name.</summary>
    public async Task<IReadOnlyDictionary<string, HealthState>> CheckAsync(CancellationToken cancellation = default)
    {
        var states = await Task.WhenAll(_parts.Select(part => CheckAsync(part, cancellation))).ConfigureAwait(false);
        return _parts.Zip(states).ToDictionary(static pair => pair.First.Name, static pair => pair.Second);
    }

    async Task<HealthState> CheckAsync(IHealthPart part, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(s_patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            // A part that does not heed the token must not keep the answer either.
            return await part.CheckAsync(both.Token).WaitAsync(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(Missing(part), $"It did not answer within {s_patience.TotalSeconds:0} s.");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            NotThere(log, error, part.Name);
            return new(Missing(part), "It can't be reached, or can't be read.");
        }
    }

    static HealthLevel Missing(IHealthPart part) => part.IsEssential ? HealthLevel.Down : HealthLevel.Degraded;

    [LoggerMessage(LogLevel.Warning, "Not ready: {Part}")]
    static partial void NotThere(ILogger log, Exception error, string part);
}
