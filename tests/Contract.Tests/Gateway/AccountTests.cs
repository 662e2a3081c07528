using System.Net;
using Microsoft.Azure.Cosmos;

namespace Matinee.Contract.Tests.Gateway;

public sealed class AccountTestsInProcess() : AccountTests(overHttp: false);

public sealed class AccountTestsOverHttp() : AccountTests(overHttp: true);

public abstract class AccountTests(bool overHttp) : GatewayTests(overHttp)
{
    [Fact]
    public async Task Containers_CreatedListedReplacedDeleted_AreAsDeclared()
    {
        var client = Fixture.NewClient();
        Database database = await client.CreateDatabaseAsync("other");
        Container container = await database.CreateContainerIfNotExistsAsync(new ContainerProperties("a", "/id") { DefaultTimeToLive = 100 });
        await database.CreateContainerIfNotExistsAsync("a", "/id");
        await database.CreateContainerAsync("b", "/x/y");
        var read = (await container.ReadContainerAsync()).Resource;
        read.DefaultTimeToLive = -1;
        await container.ReplaceContainerAsync(read);

        Assert.Equal(-1, (await container.ReadContainerAsync()).Resource.DefaultTimeToLive);
        Assert.Equal(["a", "b"], (await All(database.GetContainerQueryIterator<ContainerProperties>())).Select(one => one.Id));
        Assert.Equal(["b"], (await All(database.GetContainerQueryIterator<ContainerProperties>("SELECT * FROM c WHERE c.id = 'b'"))).Select(one => one.Id));
        Assert.Equal(["movies", "other"], (await All(client.GetDatabaseQueryIterator<DatabaseProperties>())).Select(one => one.Id));
        Assert.Equal(HttpStatusCode.Conflict, (await Fails(database.CreateContainerAsync("b", "/z"))).StatusCode);
        await database.DeleteAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await Fails(container.ReadContainerAsync())).StatusCode);
    }

    [Fact]
    public async Task Container_DeletedAndCreatedAgain_IsEmptyWithANewRid()
    {
        var feed = ChangeFeedStartFrom.Beginning();
        await Put("1", "1");
        var before = (await Ratings.ReadContainerAsync()).Resource.SelfLink;
        await Ratings.DeleteContainerAsync();
        Container again = await Ratings.Database.CreateContainerAsync(Ratings.Id, "/userId");

        // A client that knew the old one goes on writing by name; its feeds are bound to the old rid until it is made anew.
        await again.UpsertItemAsync(Documents.Rating("1", "2"), new PartitionKey("1"));
        again = Fixture.NewClient().GetContainer(again.Database.Id, again.Id);
        using var iterator = again.GetChangeFeedIterator<RatingDocument>(feed, ChangeFeedMode.LatestVersion);

        Assert.NotEqual(before, (await again.ReadContainerAsync()).Resource.SelfLink);
        Assert.Equal(["2"], (await iterator.ReadNextAsync()).Select(row => row.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await Fails(again.ReadItemAsync<RatingDocument>("1", new PartitionKey("1")))).StatusCode);
    }

    [Fact]
    public async Task Restart_Everything_IsThereAgainWithItsRidsAndETags()
    {
        var put = await Put("1", "1", 4);
        await Put("1", "2");
        await Ratings.DeleteItemAsync<RatingDocument>("2", new PartitionKey("1"));
        var (self, id, database) = ((await Ratings.ReadContainerAsync()).Resource.SelfLink, Ratings.Id, Ratings.Database.Id);

        await Fixture.RestartAsync();
        var container = Fixture.NewClient().GetContainer(database, id);

        Assert.Equal(self, (await container.ReadContainerAsync()).Resource.SelfLink);
        var read = await container.ReadItemAsync<RatingDocument>("1", new PartitionKey("1"));
        Assert.Equal((put.ETag, 4), (read.ETag, read.Resource.Value));
        Assert.Equal(HttpStatusCode.NotFound, (await Fails(container.ReadItemAsync<RatingDocument>("2", new PartitionKey("1")))).StatusCode);
    }

    [Fact]
    public async Task Container_WithWhatIsNotServed_IsRefusedNotIgnored()
    {
        var unique = new ContainerProperties("u", "/id") { UniqueKeyPolicy = new() { UniqueKeys = { new() { Paths = { "/name" } } } } };

        Assert.Equal(HttpStatusCode.BadRequest, (await Fails(Ratings.Database.CreateContainerAsync(unique))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Fails(Ratings.Database.CreateContainerAsync(new ContainerProperties("h", ["/a", "/b"])))).StatusCode);
        Assert.Equal(HttpStatusCode.NotImplemented, (await Fails(Ratings.Scripts.ExecuteStoredProcedureAsync<string>("p", new PartitionKey("1"), []))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Fails(Ratings.ReadThroughputAsync(new RequestOptions()))).StatusCode);
    }

    [Fact]
    public async Task TimeToLive_RunOut_ItemIsGoneForEveryReader()
    {
        Fixture.Clock.Freeze();
        var sessions = await Fixture.NewContainerAsync(ttl: -1);
        var key = new PartitionKey("1");
        await sessions.CreateItemAsync(Documents.Rating("1", "1") with { Ttl = 10 }, key);
        await sessions.CreateItemAsync(Documents.Rating("1", "2"), key);
        Fixture.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(2, (await All(sessions.GetItemQueryIterator<RatingDocument>("SELECT * FROM c"))).Count);
        Fixture.Clock.Advance(TimeSpan.FromSeconds(2));

        using var feed = sessions.GetChangeFeedIterator<RatingDocument>(ChangeFeedStartFrom.Beginning(), ChangeFeedMode.LatestVersion);
        Assert.Equal(["2"], (await feed.ReadNextAsync()).Select(row => row.Id));
        Assert.Equal(["2"], (await All(sessions.GetItemQueryIterator<RatingDocument>("SELECT * FROM c"))).Select(row => row.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await Fails(sessions.ReadItemAsync<RatingDocument>("1", key))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Fails(sessions.DeleteItemAsync<RatingDocument>("1", key))).StatusCode);
        await sessions.CreateItemAsync(Documents.Rating("1", "1"), key);
    }

    [Fact]
    public async Task TimeToLive_ContainerWithoutDefault_IsNotCounted()
    {
        await Ratings.CreateItemAsync(Documents.Rating("1", "1") with { Ttl = 1 }, new PartitionKey("1"));
        Fixture.Clock.Advance(TimeSpan.FromDays(1));

        await Ratings.ReadItemAsync<RatingDocument>("1", new PartitionKey("1"));
    }
}
