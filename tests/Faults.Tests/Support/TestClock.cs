namespace Matinee.Faults.Tests.Support;

/// <summary>A clock that a test sets; waits go by in a fraction of their time.</summary>
sealed class TestClock(int hurry = 1) : TimeProvider
{
    readonly Lock _turn = new();
    TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_turn) return System.GetUtcNow() + _ahead;
    }

    /// <summary>Sets it forward, or back.</summary>
    public void Jump(TimeSpan by)
    {
        lock (_turn) _ahead += by;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Shorter(dueTime), Shorter(period));

    TimeSpan Shorter(TimeSpan wait) => wait > TimeSpan.Zero ? wait / hurry : wait;
}
