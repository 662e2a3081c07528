namespace Matinee.Contract.Tests.Gateway;

/// <summary>The time as it is, or as it was when it was frozen, and ahead of that by as much as a test asks for.</summary>
public sealed class TestClock : TimeProvider
{
    long _aheadTicks;
    DateTimeOffset? _frozen;

    public void Freeze() => _frozen = System.GetUtcNow();

    public void Advance(TimeSpan by) => Interlocked.Add(ref _aheadTicks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => (_frozen ?? System.GetUtcNow()) + new TimeSpan(Interlocked.Read(ref _aheadTicks));
}
