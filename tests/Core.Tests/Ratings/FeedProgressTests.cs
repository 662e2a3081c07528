using System.Text.Json;
using Matinee.Core.Ratings;
using Matinee.Core.Tests.Simulated;

namespace Matinee.Core.Tests.Ratings;

public sealed class FeedProgressTests
{
    readonly Clock _clock = new();
    readonly FeedProgress _progress;

    public FeedProgressTests() => _progress = new(_clock);

    [Fact]
    public void Lag_NothingGiven_IsNone() => Assert.Equal(TimeSpan.Zero, _progress.Lag);

    [Fact]
    public async Task Lag_BatchApplied_IsThatOfItsNewestChangeUntilItIsQuiet()
    {
        await _progress.WatchAsync([Document(90), Document(40)], () => Task.FromResult(1));

        Assert.Equal(40, _progress.Lag.TotalSeconds);
        _clock.Now += FeedProgress.Quiet;
        Assert.Equal(0, _progress.Lag.TotalSeconds);
    }

    [Fact]
    public async Task Lag_BatchUnderWay_IsThatOfItsOldestChangeAndGrows()
    {
        var done = new TaskCompletionSource<int>();
        var applying = _progress.WatchAsync([Document(90), Document(40)], () => done.Task);

        Assert.Equal(90, _progress.Lag.TotalSeconds);
        _clock.Now += TimeSpan.FromMinutes(5);
        Assert.Equal(390, _progress.Lag.TotalSeconds);
        done.SetResult(1);
        Assert.Equal(1, await applying);
        Assert.Equal(340, _progress.Lag.TotalSeconds);
    }

    [Fact]
    public async Task Lag_BatchFails_GrowsUntilItIsAppliedOrSomebodyElseHasIt()
    {
        await Assert.ThrowsAsync<IOException>(() => _progress.WatchAsync<int>([Document(0)], () => throw new IOException("away")));
        _clock.Now += TimeSpan.FromSeconds(30);
        Assert.Equal(30, _progress.Lag.TotalSeconds);
        _clock.Now += TimeSpan.FromSeconds(30);
        Assert.Equal(0, _progress.Lag.TotalSeconds);

        await Assert.ThrowsAsync<IOException>(() => _progress.WatchAsync<int>([Document(60)], () => throw new IOException("away")));
        Assert.Equal(60, _progress.Lag.TotalSeconds);
        await _progress.WatchAsync([Document(60), Document(1)], () => Task.FromResult(1));
        Assert.Equal(1, _progress.Lag.TotalSeconds);
    }

    [Fact]
    public async Task Lag_DocumentsWithoutATimeOrOfTheFuture_CountAsOfNow()
    {
        await _progress.WatchAsync([JsonElement.Parse("{}"), JsonElement.Parse("3"), JsonElement.Parse("""{"_ts":"x"}"""), Document(-100)], () => Task.FromResult(1));
        Assert.Equal(0, _progress.Lag.TotalSeconds);
    }

    JsonElement Document(int secondsAgo) => JsonElement.Parse($$"""{"id":"1","_ts":{{(_clock.Now - TimeSpan.FromSeconds(secondsAgo)).ToUnixTimeSeconds()}}}""");
}
