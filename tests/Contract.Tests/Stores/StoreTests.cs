using Matinee.Azure.Cosmos;
using Matinee.Contract.Tests.Gateway;
using Matinee.Core.Ratings;
using Matinee.Core.Stores;

namespace Matinee.Contract.Tests.Stores;

/// <summary>Tests of one port. All share a database, so each works with users and movies of its own.</summary>
public abstract class StoreTests
{
    static int s_numbers = 1000;

    protected StoreTests(StoresFixture fixture)
    {
        Assert.SkipUnless(fixture.Stores is not null, $"Set {StoresOnAccount.Variable} to a connection string to run this on an account.");
        (Stores, Clock) = (fixture.Stores, fixture.Clock);
    }

    protected CosmosStores Stores { get; }

    protected TestClock? Clock { get; }

    /// <summary>The time of the tests' data, always the same.</summary>
    protected static DateTimeOffset Noon { get; } = new(2025, 11, 1, 12, 0, 0, TimeSpan.Zero);

    protected static string NewUser() => "user-" + Guid.NewGuid().ToString("N");

    protected static int NewMovie() => Interlocked.Increment(ref s_numbers);

    protected static ViewerRating Rating(string user, int movie, double? stars = 4, string? review = null, DateTimeOffset? at = null, long version = 1) =>
        new() { UserId = user, MovieId = movie, Stars = stars, Review = review, RatedAt = at ?? Noon, Version = version };

    /// <summary>All items of a list, page by page.</summary>
    protected static async Task<List<T>> Drain<T>(Func<PageRequest, Task<Page<T>>> list, int limit)
    {
        var (all, cursor) = (new List<T>(), (string?)null);
        do
        {
            var page = await list(new() { Limit = limit, Cursor = cursor });
            Assert.InRange(page.Items.Count, 0, limit);
            Assert.True(page.NextCursor is null || page.Items.Count == limit, "Only the last page may be short.");
            all.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return all;
    }

    /// <summary>How many of several writers that saw the same state got through; all others must have lost by a conflict.</summary>
    protected static async Task<int> Winners(IEnumerable<Func<Task>> writers)
    {
        var outcomes = await Task.WhenAll(writers.Select(async write =>
        {
            try
            {
                await write();
                return 1;
            }
            catch (ConflictException)
            {
                return 0;
            }
        }));
        return outcomes.Sum();
    }
}
