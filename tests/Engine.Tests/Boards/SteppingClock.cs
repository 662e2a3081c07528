namespace Matinee.Engine.Tests.Boards;

/// <summary>A clock that moves on by one step each time it is read.</summary>
sealed class SteppingClock(TimeSpan step) : TimeProvider
{
    long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now += step.Ticks;
}
