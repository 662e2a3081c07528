using Microsoft.Azure.Cosmos;

namespace Matinee.Contract.Tests.Gateway;

/// <summary>Tests over one gateway with one container of ratings; each suite runs once in process and once over HTTP.</summary>
public abstract class GatewayTests(bool overHttp, string path = "/userId", int? ttl = null) : IAsyncLifetime
{
    protected bool IsOverHttp => overHttp;

    protected GatewayFixture Fixture { get; private set; } = null!;

    protected Container Ratings { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Fixture = await GatewayFixture.StartAsync(overHttp);
        Ratings = await Fixture.NewContainerAsync(path, ttl);
    }

    public async ValueTask DisposeAsync()
    {
        await Fixture.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static ItemRequestOptions Match(string etag) => new() { IfMatchEtag = etag };

    protected static Task<CosmosException> Fails<T>(Task<T> operation) => Assert.ThrowsAsync<CosmosException>(() => operation);

    protected Task<ItemResponse<RatingDocument>> Put(string user, string movie, double value = 3) =>
        Ratings.UpsertItemAsync(Documents.Rating(user, movie, value), new PartitionKey(user));

    protected static async Task<List<T>> All<T>(FeedIterator<T> iterator)
    {
        var all = new List<T>();
        while (iterator.HasMoreResults) all.AddRange(await iterator.ReadNextAsync());
        return all;
    }
}
