using System.Text.Json;

namespace Matinee.Core.Ratings;

/// <summary>How far behind the ratings this process applies their changes, by the batches that it was given.</summary>
public sealed class FeedProgress(TimeProvider clock)
{
    /// <summary>A feed with anything left gives the next batch sooner than this: after a pause as long nothing waits.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    /// <summary>A batch that failed is given again sooner than this, here or, where it is not, elsewhere.</summary>
    public static readonly TimeSpan GivenAgain = TimeSpan.FromMinutes(1);

    const string ChangedAt = "_ts";

    readonly Lock _turn = new();
    readonly Dictionary<object, DateTimeOffset> _underWay = [];
    (DateTimeOffset At, DateTimeOffset Oldest)? _failed;
    (DateTimeOffset At, DateTimeOffset Newest)? _applied;

    /// <summary>For how long the oldest change that this process knows of has been waiting; 0 where none is.</summary>
    public TimeSpan Lag
    {
        get
        {
            var now = clock.GetUtcNow();
            lock (_turn)
            {
                var waiting = _underWay.Values.ToList();
                if (_failed is { } failed && now - failed.At < GivenAgain) waiting.Add(failed.Oldest);
                if (waiting.Count > 0) return now - waiting.Min();
                // What comes next may be no younger than what was applied last.
                return _applied is { } applied && now - applied.At < Quiet ? applied.At - applied.Newest : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Applies a batch, and watches it.</summary>
    /// <param name="documents">The batch as the store gave it: each document says when it was changed.</param>
    /// <param name="apply">Applies it.</param>
    public async Task<T> WatchAsync<T>(IReadOnlyCollection<JsonElement> documents, Func<Task<T>> apply)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(apply);
        var now = clock.GetUtcNow();
        var times = documents.Select(document => TimeOf(document) is { } time && time < now ? time : now).DefaultIfEmpty(now).ToList();
        var (batch, isApplied) = (new object(), false);
        lock (_turn) _underWay[batch] = times.Min();
        try
        {
            var outcome = await apply().ConfigureAwait(false);
            isApplied = true;
            return outcome;
        }
        finally
        {
            lock (_turn)
            {
                _underWay.Remove(batch);
                if (isApplied) (_failed, _applied) = (null, (clock.GetUtcNow(), times.Max()));
                else _failed = (clock.GetUtcNow(), times.Min());
            }
        }
    }

    static DateTimeOffset? TimeOf(JsonElement document) =>
        document.ValueKind == JsonValueKind.Object && document.TryGetProperty(ChangedAt, out var time) && time.ValueKind == JsonValueKind.Number && time.TryGetInt64(out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
