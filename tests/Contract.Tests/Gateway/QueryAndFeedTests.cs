using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;
using Microsoft.Azure.Cosmos.Linq;

namespace Matinee.Contract.Tests.Gateway;

public sealed class QueryAndFeedTestsInProcess() : QueryAndFeedTests(overHttp: false);

public sealed class QueryAndFeedTestsOverHttp() : QueryAndFeedTests(overHttp: true);

public abstract class QueryAndFeedTests(bool overHttp) : GatewayTests(overHttp)
{
    [Fact]
    public async Task Query_OrderByWithPagesAcrossPartitions_GivesEachRowOnceInOrder()
    {
        for (var i = 0; i < 25; i++) await Put((i % 3).ToString(), i.ToString(), i % 4);
        var query = new QueryDefinition("SELECT c.id, c[\"value\"] FROM c WHERE c.movieId >= @from ORDER BY c[\"value\"] DESC, c.movieId").WithParameter("@from", 5);

        var pages = new List<List<RatingDocument>>();
        string? token = null;
        do
        {
            // A new iterator each time, as a client that keeps nothing but the token.
            using var iterator = Ratings.GetItemQueryIterator<RatingDocument>(query, token, new() { MaxItemCount = 7 });
            var page = await iterator.ReadNextAsync();
            pages.Add([.. page]);
            token = page.ContinuationToken;
        } while (token is not null);

        Assert.Equal([7, 7, 6], pages.Select(page => page.Count));
        var expected = Enumerable.Range(5, 20).OrderByDescending(i => i % 4).ThenBy(i => i).Select(i => i.ToString());
        Assert.Equal(expected, pages.SelectMany(page => page).Select(row => row.Id));
    }

    [Fact]
    public async Task Query_OnePartition_SeesThatAlone()
    {
        for (var i = 0; i < 9; i++) await Put((i % 3).ToString(), i.ToString());

        var rows = await All(Ratings.GetItemQueryIterator<RatingDocument>("SELECT * FROM c", requestOptions: new() { PartitionKey = new PartitionKey("1"), MaxItemCount = 2 }));
        var count = await All(Ratings.GetItemQueryIterator<int>("SELECT VALUE COUNT(1) FROM c", requestOptions: new() { PartitionKey = new PartitionKey("1") }));

        Assert.Equal(["1", "4", "7"], rows.Select(row => row.Id));
        Assert.Equal([3], count);
    }

    [Fact]
    public async Task Query_AggregatesAndGroups_AreWholeThoughTheClientDoesNothing()
    {
        for (var i = 0; i < 10; i++) await Put((i % 2).ToString(), i.ToString(), i);

        var groups = await All(Ratings.GetItemQueryIterator<Dictionary<string, object>>("SELECT c.userId, COUNT(1) AS n, SUM(c[\"value\"]) AS s FROM c GROUP BY c.userId"));
        var mean = await All(Ratings.GetItemQueryIterator<double>("SELECT VALUE AVG(c[\"value\"]) FROM c"));

        Assert.Equal([("0", "5", "20"), ("1", "5", "25")], groups.Select(group => (group["userId"].ToString()!, group["n"].ToString()!, group["s"].ToString()!)).Order());
        Assert.Equal([4.5], mean);
    }

    [Fact]
    public async Task Query_ByLinq_RunsOnTheServer()
    {
        for (var i = 0; i < 10; i++) await Put("1", i.ToString(), i);
        var matching = Ratings.GetItemLinqQueryable<RatingDocument>().Where(row => row.UserId == "1" && row.MovieId > 5 && row.Value >= 1);

        var ids = await All(matching.OrderByDescending(row => row.MovieId).Select(row => row.Id).Skip(1).Take(2).ToFeedIterator());

        Assert.Equal(["8", "7"], ids);
        Assert.Equal(4, (await matching.CountAsync()).Resource);
    }

    [Fact]
    public async Task Query_ByWayOfOptimisticDirectExecution_PagesWithoutAPlan()
    {
        for (var i = 0; i < 5; i++) await Put("1", i.ToString(), i);

        var rows = await All(Ratings.GetItemQueryIterator<RatingDocument>(
            "SELECT * FROM c ORDER BY c[\"value\"] DESC",
            requestOptions: new() { PartitionKey = new PartitionKey("1"), MaxItemCount = 2, EnableOptimisticDirectExecution = true }));

        Assert.Equal(["4", "3", "2", "1", "0"], rows.Select(row => row.Id));
    }

    [Theory]
    [InlineData("SELECT * FORM c")]
    [InlineData("SELECT * FROM c WHERE c.x = @missing")]
    [InlineData("SELECT * FROM c WHERE NO_SUCH(c.x)")]
    public async Task Query_Wrong_Is400WithTheReason(string text)
    {
        var error = await Fails(All(Ratings.GetItemQueryIterator<RatingDocument>(text)));

        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
    }

    [Fact]
    public async Task Query_PageLargerThanAnAnswer_IsSplit()
    {
        var note = new string('x', 900_000);
        for (var i = 0; i < 9; i++) await Ratings.CreateItemAsync(Documents.Rating("1", i.ToString(), note: note), new PartitionKey("1"));

        using var queried = Ratings.GetItemQueryIterator<RatingDocument>("SELECT * FROM c");
        using var read = Ratings.GetItemQueryIterator<RatingDocument>();

        Assert.Equal([4, 4, 1], await PageSizes(queried));
        Assert.Equal([4, 4, 1], await PageSizes(read));
    }

    [Fact]
    public async Task Query_ConditionThatNamesThePartition_FindsWhatAScanFinds()
    {
        object?[] keys = ["1", 1, 1.5, true, null, "[1]"];
        for (var i = 0; i < keys.Length; i++)
            await Ratings.CreateItemStreamAsync(Stream(new { id = i.ToString(), userId = keys[i] }), Key(keys[i]));
        string[] conditions =
        [
            "c.userId = '1'", "c.userId = 1.0", "c.userId = true", "c.userId = null", "c.userId = '[1]'", "c.userId = [1]", "c.userId IN ('1', 1, 7)",
            "c.userId = 1 AND c.id = '1'", "c.userId = 1 AND c.id = '2'", "c.id IN ('0', '3', '9')", "c.userId IN ('1', 1.5) AND c.id IN ('0', '2', '3')",
        ];
        foreach (var condition in conditions)
        {
            // The same condition in a form that nothing can be told from.
            var scanned = await All(Ratings.GetItemQueryIterator<string>($"SELECT VALUE c.id FROM c WHERE NOT (NOT ({condition}))"));
            Assert.Equal(scanned, await All(Ratings.GetItemQueryIterator<string>($"SELECT VALUE c.id FROM c WHERE {condition}")));
        }
    }

    [Fact]
    public async Task ReadMany_SomeMissing_GivesTheOthers()
    {
        for (var i = 0; i < 10; i++) await Put((i % 3).ToString(), i.ToString(), i);
        (string, PartitionKey)[] wanted = [("4", new("1")), ("5", new("2")), ("6", new("0")), ("6", new("1")), ("77", new("1"))];

        var found = await Ratings.ReadManyItemsAsync<RatingDocument>(wanted);

        Assert.Equal(["4", "5", "6"], found.Select(row => row.Id).Order());
    }

    [Fact]
    public async Task ReadMany_KeyedById_GivesTheOthers()
    {
        var movies = await Fixture.NewContainerAsync("/id");
        foreach (var id in new[] { "1", "2", "3", "4" }) await movies.CreateItemAsync(Documents.Rating("1", id), new PartitionKey(id));

        var found = await movies.ReadManyItemsAsync<RatingDocument>([("2", new("2")), ("4", new("4")), ("9", new("9"))]);

        Assert.Equal(["2", "4"], found.Select(row => row.Id).Order());
    }

    [Fact]
    public async Task ReadFeed_Paged_GivesAllInTheOrderOfCreation()
    {
        for (var i = 0; i < 10; i++) await Put((i % 3).ToString(), i.ToString());
        await Put("0", "3", 5);
        await Ratings.DeleteItemAsync<RatingDocument>("4", new PartitionKey("1"));

        var all = await All(Ratings.GetItemQueryIterator<RatingDocument>(requestOptions: new() { MaxItemCount = 4 }));
        var one = await All(Ratings.GetItemQueryIterator<RatingDocument>(requestOptions: new() { PartitionKey = new PartitionKey("0"), MaxItemCount = 3 }));

        Assert.Equal(["0", "1", "2", "3", "5", "6", "7", "8", "9"], all.Select(row => row.Id));
        Assert.Equal(["0", "3", "6", "9"], one.Select(row => row.Id));
    }

    static MemoryStream Stream(object item) => new(JsonSerializer.SerializeToUtf8Bytes(item));

    static PartitionKey Key(object? value) => value switch
    {
        null => PartitionKey.Null,
        string text => new(text),
        bool truth => new(truth),
        _ => new(Convert.ToDouble(value)),
    };

    static async Task<List<int>> PageSizes<T>(FeedIterator<T> iterator)
    {
        var sizes = new List<int>();
        while (iterator.HasMoreResults) sizes.Add((await iterator.ReadNextAsync()).Count);
        return sizes;
    }
}
