namespace Matinee.Local.Import.Tmdb.Api;

/// <summary>Gives turns, so many a second at most, however many ask for one.</summary>
sealed class TmdbPace(int perSecond, TimeProvider clock)
{
    readonly TimeSpan _between = TimeSpan.FromSeconds(1.0 / perSecond);
    readonly long _start = clock.GetTimestamp();
    readonly Lock _turn = new();
    TimeSpan _next;

    /// <summary>Waits for a turn.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        TimeSpan wait;
        lock (_turn)
        {
            var now = clock.GetElapsedTime(_start);
            var mine = _next > now ? _next : now;
            (_next, wait) = (mine + _between, mine - now);
        }

        if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, cancellation);
    }

    /// <summary>Gives no further turns for a while.</summary>
    public void Pause(TimeSpan time)
    {
        lock (_turn)
        {
            var until = clock.GetElapsedTime(_start) + time;
            if (until > _next) _next = until;
        }
    }
}
