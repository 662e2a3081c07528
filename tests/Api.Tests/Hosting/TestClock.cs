namespace Matinee.Api.Tests.Hosting;

/// <summary>A clock that a test moves. Timers go by the real one.</summary>
public sealed class TestClock : TimeProvider
{
    DateTimeOffset _now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
