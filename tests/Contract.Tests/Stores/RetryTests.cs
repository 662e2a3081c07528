using System.Diagnostics;
using Matinee.Azure.Cosmos;
using Matinee.Core.Stores;

namespace Matinee.Contract.Tests.Stores;

/// <summary>What the stores make of an account that is busy, away, or not ours.</summary>
public sealed class RetryTests(StoresInProcess fixture) : StoreTests(fixture), IClassFixture<StoresInProcess>, IAsyncLifetime
{
    FaultyHandler _faults = null!;
    CosmosStores _stores = null!;

    public async ValueTask InitializeAsync()
    {
        _stores = fixture.Open(inner => _faults = new(inner), TimeSpan.FromSeconds(1));
        await _stores.Ratings.AllAsync("x");
        await _stores.Reviews.OpenAsync(0, []);
    }

    public ValueTask DisposeAsync() => default;

    [Theory]
    [InlineData(429)]
    [InlineData(449)]
    [InlineData(503)]
    public async Task AnyOperation_BusyForAWhile_Works(int status)
    {
        var rating = Rating(NewUser(), NewMovie());

        _faults.Begin(n => n < 2 ? FaultyHandler.Answer(status, retryAfterMilliseconds: 10) : null);
        var etag = await _stores.Ratings.SaveAsync(rating, null);
        _faults.Begin(n => n < 2 ? FaultyHandler.Answer(status, retryAfterMilliseconds: 10) : null);
        Assert.Equal(etag, (await _stores.Ratings.FindAsync(rating.UserId, rating.MovieId))!.ETag);
        _faults.Begin(n => n < 2 ? FaultyHandler.Answer(status, retryAfterMilliseconds: 10) : null);
        Assert.Single(await _stores.Ratings.AllAsync(rating.UserId));
        _faults.Begin(n => n < 2 ? FaultyHandler.Answer(status, retryAfterMilliseconds: 10) : null);
        await _stores.Reviews.CommitAsync((await _stores.Reviews.OpenAsync(rating.MovieId, [])).Apply([rating]));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task AnyOperation_BusyForTooLong_SaysWhenToComeBack(int status)
    {
        _faults.Begin(_ => FaultyHandler.Answer(status, retryAfterMilliseconds: 300));
        var watch = Stopwatch.StartNew();

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => _stores.Ratings.SaveAsync(Rating(NewUser(), NewMovie()), null));

        Assert.InRange(error.RetryAfter.TotalMilliseconds, 300, 3_000);
        Assert.InRange(watch.ElapsedMilliseconds, 300, 2_000);
        Assert.True(_faults.Asked >= 2);
    }

    [Fact]
    public async Task AnyOperation_WaitLongerThanTheDeadline_IsNotWaitedFor()
    {
        _faults.Begin(_ => FaultyHandler.Answer(429, retryAfterMilliseconds: 60_000));

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => _stores.Ratings.FindAsync("a", 1));

        Assert.Equal(1, _faults.Asked);
        Assert.True(error.RetryAfter >= TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task AnyOperation_NoAnswer_IsGivenUpAtTheDeadline()
    {
        _faults.Hangs = true;
        var watch = Stopwatch.StartNew();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => _stores.Ratings.FindAsync("a", 1));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _stores.Ratings.AllAsync("a"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _stores.Ratings.SaveAsync(Rating(NewUser(), NewMovie()), null));

        Assert.InRange(watch.Elapsed.TotalSeconds, 2.9, 10);
    }

    [Fact]
    public async Task AnyOperation_Cancelled_IsCancelled()
    {
        _faults.Begin(_ => FaultyHandler.Answer(429, retryAfterMilliseconds: 500));
        using var cancellation = new CancellationTokenSource(50);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _stores.Ratings.FindAsync("a", 1, cancellation.Token));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    public async Task Save_RefusedForGood_IsNotRepeated(int status)
    {
        _faults.Begin(_ => FaultyHandler.Answer(status));

        var error = await Assert.ThrowsAsync<StoreRefusedException>(() => _stores.Ratings.SaveAsync(Rating(NewUser(), NewMovie()), null));

        Assert.Equal(1, _faults.Asked);
        Assert.Contains("as the test wishes", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task AnyOperation_NoRight_SaysSo(int status)
    {
        _faults.Begin(_ => FaultyHandler.Answer(status));

        var error = await Assert.ThrowsAsync<StoreAccessException>(() => _stores.Ratings.FindAsync("a", 1));

        Assert.Contains("Check the key", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyOperation_ContainerIsMissing_SaysSoAndCreatesNothing()
    {
        using var elsewhere = CosmosStores.Open(
            new() { Endpoint = _stores.Client.Endpoint, Key = Local.CosmosGateway.Hosting.MasterKey.Emulator, Database = "nowhere", HttpClientFactory = () => new HttpClient(_faults, disposeHandler: false) },
            TimeProvider.System);

        await Assert.ThrowsAsync<StoreAccessException>(() => elsewhere.Ratings.FindAsync("a", 1));
        await Assert.ThrowsAsync<StoreAccessException>(() => elsewhere.Ratings.SaveAsync(Rating("a", 1), null));
        await Assert.ThrowsAsync<StoreAccessException>(() => elsewhere.Ratings.AllAsync("a"));
        await Assert.ThrowsAsync<StoreAccessException>(() => elsewhere.Ratings.FindAsync("a", 1));
    }
}
