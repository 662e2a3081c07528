using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;

namespace Matinee.Contract.Tests.Gateway;

public sealed class BatchTestsInProcess() : BatchTests(overHttp: false);

public sealed class BatchTestsOverHttp() : BatchTests(overHttp: true);

public abstract class BatchTests(bool overHttp) : GatewayTests(overHttp)
{
    static readonly PartitionKey s_key = new("1");

    [Fact]
    public async Task Batch_AllKinds_SeesItsOwnWrites()
    {
        var old = await Put("1", "1", 1);
        await Put("1", "2", 2);

        using var response = await Ratings.CreateTransactionalBatch(s_key)
            .CreateItem(Documents.Rating("1", "3", 3))
            .ReadItem("3")
            .ReplaceItem("1", Documents.Rating("1", "1", 10), new() { IfMatchEtag = old.ETag })
            .UpsertItem(Documents.Rating("1", "4", 4), new() { EnableContentResponseOnWrite = false })
            .PatchItem("3", [PatchOperation.Increment("/value", 30)])
            .DeleteItem("2")
            .ExecuteAsync();

        Assert.True(response.IsSuccessStatusCode, response.ErrorMessage);
        HttpStatusCode[] expected = [HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.NoContent];
        Assert.Equal(expected, response.Select(result => result.StatusCode));
        Assert.Equal(3, response.GetOperationResultAtIndex<RatingDocument>(1).Resource.Value);
        Assert.Equal(33, response.GetOperationResultAtIndex<RatingDocument>(4).Resource.Value);
        Assert.Null(response[3].ResourceStream);
        var rows = await All(Ratings.GetItemQueryIterator<RatingDocument>("SELECT * FROM c ORDER BY c.movieId"));
        Assert.Equal([("1", 10.0), ("3", 33), ("4", 4)], rows.Select(row => (row.Id, row.Value)));
        Assert.Equal((await Ratings.ReadItemAsync<RatingDocument>("4", s_key)).ETag, response[3].ETag);
    }

    [Fact]
    public async Task Batch_OneFails_NothingHappens()
    {
        await Put("1", "1", 1);

        using var response = await Ratings.CreateTransactionalBatch(s_key)
            .UpsertItem(Documents.Rating("1", "1", 9))
            .CreateItem(Documents.Rating("1", "2"))
            .ReplaceItem("1", Documents.Rating("1", "1", 10), new() { IfMatchEtag = "\"stale\"" })
            .DeleteItem("1")
            .ExecuteAsync();

        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        Assert.Equal([HttpStatusCode.FailedDependency, HttpStatusCode.FailedDependency, HttpStatusCode.PreconditionFailed, HttpStatusCode.FailedDependency], response.Select(result => result.StatusCode));
        var rows = await All(Ratings.GetItemQueryIterator<RatingDocument>("SELECT * FROM c"));
        Assert.Equal([("1", 1.0)], rows.Select(row => (row.Id, row.Value)));
    }

    [Fact]
    public async Task Batch_ItemOfAnotherPartition_IsRefused()
    {
        using var response = await Ratings.CreateTransactionalBatch(s_key).CreateItem(Documents.Rating("1", "1")).CreateItem(Documents.Rating("2", "1")).ExecuteAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(await All(Ratings.GetItemQueryIterator<RatingDocument>("SELECT * FROM c")));
    }

    [Fact]
    public async Task Bulk_ManyWrites_AreReadableByTheirKeys()
    {
        var bulk = Fixture.NewClient(options => options.AllowBulkExecution = true).GetContainer(Ratings.Database.Id, Ratings.Id);

        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => bulk.UpsertItemAsync(Documents.Rating((i % 7).ToString(), i.ToString(), i), new PartitionKey((i % 7).ToString()))));
        var failing = await Fails(bulk.CreateItemAsync(Documents.Rating("3", "3"), new PartitionKey("3")));

        Assert.Equal(HttpStatusCode.Conflict, failing.StatusCode);
        for (var i = 0; i < 500; i += 50) Assert.Equal(i, (await Ratings.ReadItemAsync<RatingDocument>(i.ToString(), new PartitionKey((i % 7).ToString()))).Resource.Value);
        Assert.Equal([500], await All(Ratings.GetItemQueryIterator<int>("SELECT VALUE COUNT(1) FROM c")));
    }

    [Fact]
    public async Task Bulk_MixedOutcomes_EachHasItsOwn()
    {
        await Put("1", "1");
        var bulk = Fixture.NewClient(options => options.AllowBulkExecution = true).GetContainer(Ratings.Database.Id, Ratings.Id);

        var created = bulk.CreateItemAsync(Documents.Rating("1", "2"), s_key);
        var missing = bulk.DeleteItemAsync<RatingDocument>("99", s_key);
        var stale = bulk.ReplaceItemAsync(Documents.Rating("1", "1", 8), "1", s_key, Match("\"stale\""));
        var read = bulk.ReadItemAsync<RatingDocument>("1", s_key);

        Assert.Equal(HttpStatusCode.Created, (await created).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Fails(missing)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Fails(stale)).StatusCode);
        Assert.Equal(3, (await read).Resource.Value);
    }

    [Theory]
    [InlineData(true, 200, "201 200 204")]
    [InlineData(false, 200, "201 200 204")]
    public async Task Batch_InJson_IsAnsweredInJson(bool atomic, int status, string expected)
    {
        await Put("1", "1", 1);
        const string Body = """
            [{"operationType":"Create","partitionKey":"[\"1\"]","resourceBody":{"id":"2","userId":"1","movieId":2,"value":7}},
             {"operationType":"Patch","partitionKey":["1"],"id":"2","resourceBody":[{"op":"incr","path":"/value","value":1}]},
             {"operationType":"Delete","partitionKey":"[\"1\"]","id":"1"}]
            """;
        using var response = await SendBatch(Body, atomic);
        var results = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(expected, string.Join(' ', results.EnumerateArray().Select(result => result.GetProperty("statusCode").GetInt32())));
        Assert.Equal(8, results[1].GetProperty("resourceBody").GetProperty("value").GetDouble());
        Assert.Equal((await Ratings.ReadItemAsync<RatingDocument>("2", s_key)).ETag, results[1].GetProperty("eTag").GetString());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[5]")]
    [InlineData("[{}]")]
    [InlineData("[{\"operationType\":\"20\"}]")]
    [InlineData("[{\"operationType\":\"Delete\",\"id\":5}]")]
    [InlineData("[")]
    public async Task Batch_InJsonOfStrangeShape_Is400(string body)
    {
        using var response = await SendBatch(body, atomic: true);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    async Task<HttpResponseMessage> SendBatch(string body, bool atomic)
    {
        var path = $"dbs/{Ratings.Database.Id}/colls/{Ratings.Id}/docs";
        using var http = Fixture.NewHttpClient();
        using var request = EmulatorSignature.Sign(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) }, path);
        request.Headers.Add("x-ms-cosmos-is-batch-request", "True");
        request.Headers.Add("x-ms-cosmos-batch-atomic", atomic.ToString());
        if (atomic) request.Headers.TryAddWithoutValidation("x-ms-documentdb-partitionkey", "[\"1\"]");
        return await http.SendAsync(request);
    }
}
