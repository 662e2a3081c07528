using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Matinee.Core.Telemetry;

/// <summary>A list that is being made, from here to its disposal.</summary>
public readonly struct ListMaking : IDisposable
{
    readonly string _kind;
    readonly Activity? _activity;
    readonly Histogram<double> _durations;
    readonly long _begun = Stopwatch.GetTimestamp();

    internal ListMaking(string kind, Activity? activity, Histogram<double> durations) => (_kind, _activity, _durations) = (kind, activity, durations);

    /// <inheritdoc/>
    public void Dispose()
    {
        _durations.Record(Stopwatch.GetElapsedTime(_begun).TotalSeconds, new KeyValuePair<string, object?>(Signals.KindTag, _kind));
        _activity?.Dispose();
    }
}
