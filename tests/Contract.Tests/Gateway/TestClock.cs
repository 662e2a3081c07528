namespace Matinee.Contract.Tests.Gateway;

/// <summary>The time as it is, and ahead of it by as much as a test asks for.</summary>
public sealed class TestClock : TimeProvider
{
    long _aheadTicks;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _aheadTicks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _aheadTicks));
}
