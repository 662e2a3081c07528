using System.Threading.RateLimiting;
using Matinee.Core.Problems;

namespace Matinee.Api.Http;

/// <summary>How much a process takes on at a time.</summary>
public sealed record AdmissionOptions
{
    /// <summary>The most that can be set of either.</summary>
    public const int Most = 1_000_000;

    // By far more than the cores can work on: requests wait for a store, too, and where it is slow, others must get past them.
    const int AtOnceOfCore = 128;
    const int WaitingOfCore = 32;

    /// <summary>Requests that are answered at a time.</summary>
    public int AtOnce { get; init => field = Checked(value, 1, nameof(AtOnce)); } = AtOnceOfCore * Environment.ProcessorCount;

    /// <summary>Requests that may wait for that, the oldest first.</summary>
    public int Waiting { get; init => field = Checked(value, 0, nameof(Waiting)); } = WaitingOfCore * Environment.ProcessorCount;

    /// <summary>Requests are refused while work, and much of it, waits longer than this for a thread.</summary>
    public TimeSpan LongestWait
    {
        get;
        init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(LongestWait), value, $"{nameof(LongestWait)} must be positive.");
    } = TimeSpan.FromMilliseconds(300);

    static int Checked(int value, int least, string name) =>
        value >= least && value <= Most ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be from {least} to {Most}.");
}

/// <summary>
/// Lets requests in up to a number and refuses the rest at once: under more load than can be borne, what is taken on is answered in time, and
/// who is refused knows when to come back. Health is always told.
/// </summary>
public sealed class Admission(AdmissionOptions options) : IDisposable
{
    static readonly long s_crowd = 16 * Environment.ProcessorCount;
    static readonly TimeSpan s_comeBack = TimeSpan.FromSeconds(1);

    readonly PoolLag _lag = new();
    readonly ConcurrencyLimiter _places = new(new()
    {
        PermitLimit = options.AtOnce, QueueLimit = options.Waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Waits for a place; give it back by disposing of it. Null: it takes none.</summary>
    /// <exception cref="ProblemException">There are too many.</exception>
    internal async ValueTask<IDisposable?> EnterAsync(HttpFunction function, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        // Whoever watches over the service must not take a crowd for an end.
        if (function.IsAlways) return null;
        // A machine that is busy with something else is slow, too; only what queues here is a crowd.
        if (_lag.Now() > options.LongestWait && ThreadPool.PendingWorkItemCount > s_crowd) throw TooMany();
        var place = await _places.AcquireAsync(1, cancellation).ConfigureAwait(false);
        if (place.IsAcquired) return place;
        place.Dispose();
        throw TooMany();
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    static ProblemException TooMany() =>
        new(ProblemCode.RateLimited, "More is asked of the service than it can do right now. Try again in a second.") { RetryAfter = s_comeBack };
}

/// <summary>This function answers however much there is to do.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysAttribute : Attribute;
