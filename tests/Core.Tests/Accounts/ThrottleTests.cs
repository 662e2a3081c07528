using Matinee.Core.Accounts;

namespace Matinee.Core.Tests.Accounts;

public sealed class ThrottleTests
{
    readonly TestClock _clock = new();

    [Fact]
    public void Take_MoreThanTheLimit_WaitsForAPartOfTheWindow()
    {
        var throttle = new Throttle(10, TimeSpan.FromMinutes(15), _clock);
        for (var i = 0; i < 10; i++) Assert.Null(throttle.Take("a"));

        Assert.Equal(TimeSpan.FromSeconds(90), throttle.Take("a"));
        Assert.Null(throttle.Take("b"));
        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(TimeSpan.FromSeconds(30), throttle.Take("a"));
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(throttle.Take("a"));
        Assert.NotNull(throttle.Take("a"));
        _clock.Advance(TimeSpan.FromMinutes(15));
        for (var i = 0; i < 10; i++) Assert.Null(throttle.Take("a"));
        Assert.NotNull(throttle.Take("a"));
    }

    [Fact]
    public void Take_WindowThatIsNoMultiple_LetsTheWholeLimitPass()
    {
        var throttle = new Throttle(7, TimeSpan.FromTicks(1_000_000), _clock);
        for (var i = 0; i < 7; i++) Assert.Null(throttle.Take("a"));
        Assert.NotNull(throttle.Take("a"));
    }

    [Fact]
    public void GiveBack_Attempt_MayBeMadeAgain()
    {
        var throttle = new Throttle(2, TimeSpan.FromMinutes(1), _clock);
        throttle.GiveBack("a");
        for (var i = 0; i < 5; i++)
        {
            Assert.Null(throttle.Take("a"));
            throttle.GiveBack("a");
        }

        Assert.Null(throttle.Take("a"));
        Assert.Null(throttle.Take("a"));
        Assert.NotNull(throttle.Take("a"));
    }

    [Fact]
    public void Take_FromManyThreads_LetsExactlyTheLimitPass()
    {
        var throttle = new Throttle(100, TimeSpan.FromHours(1), _clock);
        var passed = 0;
        Parallel.For(0, 1000, _ =>
        {
            if (throttle.Take("a") is null) Interlocked.Increment(ref passed);
        });
        Assert.Equal(100, passed);
    }

    [Fact]
    public void Take_MoreKeysThanAreRemembered_ForgetsThoseThatAreNearlyFree()
    {
        var throttle = new Throttle(2, TimeSpan.FromHours(1), _clock);
        throttle.Take("busy");
        throttle.Take("busy");
        for (var i = 0; i < Throttle.MaxKeys + 1000; i++) Assert.Null(throttle.Take($"key {i}"));

        Assert.NotNull(throttle.Take("busy"));
    }
}
