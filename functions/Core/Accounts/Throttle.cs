using System.Collections.Concurrent;

namespace Matinee.Core.Accounts;

/// <summary>
/// Lets so many attempts pass at once for each key, and after that one each time a part of the window has gone by. It knows only this
/// process: several instances let several times as many pass.
/// </summary>
/// <param name="limit">How many at once.</param>
/// <param name="window">How long until all of them may be made again.</param>
/// <param name="clock">The time.</param>
public sealed class Throttle(int limit, TimeSpan window, TimeProvider clock)
{
    /// <summary>The most keys that are remembered; beyond them those nearest to being free are forgotten.</summary>
    public const int MaxKeys = 100_000;

    readonly long _interval = window.Ticks / limit;
    readonly Lock _sweep = new();

    // For each key the time at which all its attempts will be forgotten: one number is enough.
    readonly ConcurrentDictionary<string, long> _freeAt = new();

    // The dictionary's own count takes all its locks.
    int _count;

    /// <summary>Takes an attempt: null, or the time to wait for the next where there is none left.</summary>
    public TimeSpan? Take(string key)
    {
        while (true)
        {
            var now = clock.GetUtcNow().UtcTicks;
            var known = _freeAt.TryGetValue(key, out var before);
            // So far ahead it can only be of a clock that was wrong and has been set back since: nobody is to wait for that time to come.
            var isOfAnotherTime = before - now > 2 * window.Ticks;
            var after = (isOfAnotherTime ? now : Math.Max(before, now)) + _interval;
            var wait = after - now - window.Ticks;
            // A part of a window that is no whole number of ticks must not cost the last attempt.
            if (wait > 0) return new TimeSpan(wait);
            if (known ? _freeAt.TryUpdate(key, after, before) : Add(key, after, now)) return null;
        }
    }

    /// <summary>Gives an attempt back that turned out to be none.</summary>
    public void GiveBack(string key)
    {
        while (_freeAt.TryGetValue(key, out var before))
        {
            if (_freeAt.TryUpdate(key, before - _interval, before)) return;
        }
    }

    bool Add(string key, long freeAt, long now)
    {
        if (Volatile.Read(ref _count) >= MaxKeys) Sweep(now);
        if (!_freeAt.TryAdd(key, freeAt)) return false;
        Interlocked.Increment(ref _count);
        return true;
    }

    void Sweep(long now)
    {
        lock (_sweep)
        {
            if (Volatile.Read(ref _count) < MaxKeys) return;
            var all = _freeAt.ToArray();
            Array.Sort(all, static (one, other) => one.Value.CompareTo(other.Value));
            for (var i = 0; i < all.Length && (all[i].Value <= now || i < MaxKeys / 2); i++)
            {
                if (_freeAt.TryRemove(all[i])) Interlocked.Decrement(ref _count);
            }
        }
    }
}
