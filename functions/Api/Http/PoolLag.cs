namespace Matinee.Api.Http;

/// <summary>
/// For how long work waits for a thread. Requests that need no store wait for one before anything of ours sees them, so counting them is not
/// enough to tell that there are too many.
/// </summary>
sealed class PoolLag
{
    static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan s_old = TimeSpan.FromMilliseconds(200);

    readonly TimeProvider _clock = TimeProvider.System;
    readonly Lock _turn = new();
    TimeSpan _last;
    long _asked;
    long _seen;
    bool _isWaiting;

    /// <summary>
    /// As of the latest look, which asking repeats now and then; while nothing comes of it, at least as long as that has taken. What was seen
    /// a while ago says nothing of now.
    /// </summary>
    public TimeSpan Now()
    {
        lock (_turn)
        {
            var since = _clock.GetElapsedTime(_asked);
            var isOld = _clock.GetElapsedTime(_seen) > s_old;
            if (_isWaiting) return isOld || since > _last ? since : _last;
            if (since > s_pause)
            {
                (_asked, _isWaiting) = (_clock.GetTimestamp(), true);
                ThreadPool.UnsafeQueueUserWorkItem(static lag => lag.Seen(), this, preferLocal: false);
            }

            return isOld ? TimeSpan.Zero : _last;
        }
    }

    void Seen()
    {
        lock (_turn) (_last, _seen, _isWaiting) = (_clock.GetElapsedTime(_asked), _clock.GetTimestamp(), false);
    }
}
