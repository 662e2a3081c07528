namespace Matinee.Core.Tests.Training;

/// <summary>A clock that only a test moves. Timers go by the real one.</summary>
sealed class ManualClock : TimeProvider
{
    readonly Lock _moving = new();
    DateTimeOffset _now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_moving) return _now;
    }

    public void Advance(TimeSpan by)
    {
        lock (_moving) _now += by;
    }
}
