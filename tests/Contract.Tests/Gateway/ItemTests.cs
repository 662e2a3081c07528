using System.Net;
using Microsoft.Azure.Cosmos;

namespace Matinee.Contract.Tests.Gateway;

public sealed class ItemTestsInProcess() : ItemTests(overHttp: false);

public sealed class ItemTestsOverHttp() : ItemTests(overHttp: true);

public abstract class ItemTests(bool overHttp) : GatewayTests(overHttp)
{
    [Fact]
    public async Task Create_NewItem_IsReadBackWithSystemProperties()
    {
        var created = await Ratings.CreateItemAsync(Documents.Rating("1", "5", 4.5), new PartitionKey("1"));
        var read = await Ratings.ReadItemAsync<Dictionary<string, object>>("5", new PartitionKey("1"));

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(4.5, created.Resource.Value);
        Assert.Equal(created.ETag, read.ETag);
        Assert.Equal(created.ETag, read.Resource["_etag"].ToString());
        Assert.Equal("4.5", read.Resource["value"].ToString());
        Assert.InRange(long.Parse(read.Resource["_ts"].ToString()!), DateTimeOffset.FromUnixTimeSeconds(0).ToUnixTimeSeconds() + 1_600_000_000, 5_000_000_000);
        Assert.Equal(24, read.Resource["_rid"].ToString()!.Length);
    }

    [Fact]
    public async Task Write_Acknowledged_IsOnDisk()
    {
        var container = Fixture.Gateway.Account.Find(Ratings.Database.Id)!.Find(Ratings.Id)!.Container;
        for (var i = 0; i < 20; i++)
        {
            await Put("1", (i % 5).ToString(), i);
            Assert.Equal(container.JournalLength, container.DurableLength);
        }
    }

    [Fact]
    public async Task Create_ExistingItem_Conflicts()
    {
        await Ratings.CreateItemAsync(Documents.Rating("1", "5"), new PartitionKey("1"));
        var error = await Fails(Ratings.CreateItemAsync(Documents.Rating("1", "5", 1), new PartitionKey("1")));

        Assert.Equal(HttpStatusCode.Conflict, error.StatusCode);
        await Ratings.CreateItemAsync(Documents.Rating("2", "5"), new PartitionKey("2"));
    }

    [Fact]
    public async Task Write_KeyUnlikeTheBody_IsRefusedWith1001()
    {
        var error = await Fails(Ratings.UpsertItemAsync(Documents.Rating("1", "5"), new PartitionKey("2")));

        Assert.Equal((HttpStatusCode.BadRequest, 1001), (error.StatusCode, error.SubStatusCode));
    }

    [Fact]
    public async Task Upsert_Twice_CreatesThenReplaces()
    {
        var first = await Ratings.UpsertItemAsync(Documents.Rating("1", "5", 1), new PartitionKey("1"));
        var second = await Ratings.UpsertItemAsync(Documents.Rating("1", "5", 2), new PartitionKey("1"));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.NotEqual(first.ETag, second.ETag);
        Assert.Equal(2, (await Ratings.ReadItemAsync<RatingDocument>("5", new PartitionKey("1"))).Resource.Value);
    }

    [Fact]
    public async Task Write_StaleETag_IsRefusedWhateverTheWrite()
    {
        var old = (await Ratings.CreateItemAsync(Documents.Rating("1", "5", 1), new PartitionKey("1"))).ETag;
        var current = (await Ratings.ReplaceItemAsync(Documents.Rating("1", "5", 2), "5", new PartitionKey("1"), Match(old))).ETag;
        var key = new PartitionKey("1");

        CosmosException[] errors =
        [
            await Fails(Ratings.ReplaceItemAsync(Documents.Rating("1", "5", 3), "5", key, Match(old))),
            await Fails(Ratings.UpsertItemAsync(Documents.Rating("1", "5", 3), key, Match(old))),
            await Fails(Ratings.DeleteItemAsync<RatingDocument>("5", key, Match(old))),
            await Fails(Ratings.PatchItemAsync<RatingDocument>("5", key, [PatchOperation.Set("/value", 3)], new() { IfMatchEtag = old })),
        ];

        Assert.All(errors, error => Assert.Equal(HttpStatusCode.PreconditionFailed, error.StatusCode));
        Assert.Equal(current, (await Ratings.ReadItemAsync<RatingDocument>("5", key)).ETag);
        await Ratings.UpsertItemAsync(Documents.Rating("1", "5", 4), key, Match("*"));
        Assert.Equal(4, (await Ratings.ReadItemAsync<RatingDocument>("5", key)).Resource.Value);
    }

    [Fact]
    public async Task Upsert_IfMatchOnNothing_Creates()
    {
        var created = await Ratings.UpsertItemAsync(Documents.Rating("1", "5"), new PartitionKey("1"), Match("\"0-0\""));

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
    }

    [Fact]
    public async Task Missing_Item_Is404OnEveryOperation()
    {
        var key = new PartitionKey("1");
        CosmosException[] errors =
        [
            await Fails(Ratings.ReadItemAsync<RatingDocument>("5", key)),
            await Fails(Ratings.ReplaceItemAsync(Documents.Rating("1", "5"), "5", key)),
            await Fails(Ratings.DeleteItemAsync<RatingDocument>("5", key)),
            await Fails(Ratings.PatchItemAsync<RatingDocument>("5", key, [PatchOperation.Set("/value", 3)])),
        ];

        Assert.All(errors, error => Assert.Equal((HttpStatusCode.NotFound, 0), (error.StatusCode, error.SubStatusCode)));
    }

    [Fact]
    public async Task Delete_ThenCreate_GivesAnotherRidAndETag()
    {
        var first = await Ratings.CreateItemAsync<Dictionary<string, object>>(new() { ["id"] = "5", ["userId"] = "1" }, new PartitionKey("1"));
        await Ratings.DeleteItemAsync<RatingDocument>("5", new PartitionKey("1"));
        var second = await Ratings.CreateItemAsync<Dictionary<string, object>>(new() { ["id"] = "5", ["userId"] = "1" }, new PartitionKey("1"));

        Assert.NotEqual(first.ETag, second.ETag);
        Assert.NotEqual(first.Resource["_rid"].ToString(), second.Resource["_rid"].ToString());
    }

    [Fact]
    public async Task Read_IfNoneMatchCurrent_Is304()
    {
        var etag = (await Ratings.CreateItemAsync(Documents.Rating("1", "5"), new PartitionKey("1"))).ETag;

        using var same = await Ratings.ReadItemStreamAsync("5", new PartitionKey("1"), new() { IfNoneMatchEtag = etag });
        using var other = await Ratings.ReadItemStreamAsync("5", new PartitionKey("1"), new() { IfNoneMatchEtag = "\"x\"" });

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (same.StatusCode, other.StatusCode));
    }

    [Fact]
    public async Task Write_MinimalResponse_HasETagAndNoBody()
    {
        var response = await Ratings.CreateItemAsync(Documents.Rating("1", "5"), new PartitionKey("1"), new() { EnableContentResponseOnWrite = false });

        Assert.Null(response.Resource);
        Assert.Equal(response.ETag, (await Ratings.ReadItemAsync<RatingDocument>("5", new PartitionKey("1"))).ETag);
    }

    [Theory]
    [InlineData("a:b=c.d")]
    [InlineData("a b+c 50% d")]
    [InlineData("schön 映画 🎬")]
    [InlineData("'\"<>&;,@!$()*[]{}|^`~")]
    public async Task Id_OfAnyCharacters_IsFoundAgain(string id)
    {
        await Ratings.CreateItemAsync(new { id, userId = id }, new PartitionKey(id));
        await Ratings.ReplaceItemAsync(new { id, userId = id, n = 2 }, id, new PartitionKey(id));

        var read = await Ratings.ReadItemAsync<Dictionary<string, object>>(id, new PartitionKey(id));

        Assert.Equal(id, read.Resource["id"].ToString());
        Assert.Equal("2", read.Resource["n"].ToString());
    }

    [Fact]
    public async Task PartitionKey_OfEveryKind_NamesItsOwnItem()
    {
        (PartitionKey Key, object Item)[] all =
        [
            (new("1"), new { id = "x", userId = "1", n = 0 }),
            (new(1), new { id = "x", userId = 1, n = 1 }),
            (new(1.5), new { id = "x", userId = 1.5, n = 2 }),
            (new(true), new { id = "x", userId = true, n = 3 }),
            (new(false), new { id = "x", userId = false, n = 4 }),
            (PartitionKey.Null, new Dictionary<string, object?> { ["id"] = "x", ["userId"] = null, ["n"] = 5 }),
            (PartitionKey.None, new { id = "x", n = 6 }),
        ];
        foreach (var (key, item) in all) await Ratings.CreateItemAsync(item, key);

        for (var i = 0; i < all.Length; i++)
            Assert.Equal(i.ToString(), (await Ratings.ReadItemAsync<Dictionary<string, object>>("x", all[i].Key)).Resource["n"].ToString());
    }

    [Fact]
    public async Task Replace_WithSystemPropertiesInTheBody_GetsNewOnes()
    {
        var read = await Ratings.CreateItemAsync<Dictionary<string, object>>(new() { ["id"] = "5", ["userId"] = "1", ["_mine"] = 1 }, new PartitionKey("1"));
        var replaced = await Ratings.ReplaceItemAsync(read.Resource, "5", new PartitionKey("1"));
        using var raw = await Ratings.ReadItemStreamAsync("5", new PartitionKey("1"));
        var text = await new StreamReader(raw.Content).ReadToEndAsync();

        Assert.NotEqual(read.ETag, replaced.ETag);
        Assert.Equal(replaced.ETag, replaced.Resource["_etag"].ToString());
        Assert.Equal("1", replaced.Resource["_mine"].ToString());
        Assert.Equal(2, text.Split("\"_etag\"").Length);
    }

    [Fact]
    public async Task Write_TooLargeItem_Is413AndTheLargestFits()
    {
        var error = await Fails(Ratings.CreateItemAsync(Documents.Rating("1", "5", note: new string('x', 2 << 20)), new PartitionKey("1")));
        await Ratings.CreateItemAsync(Documents.Rating("1", "6", note: new string('x', (2 << 20) - 100)), new PartitionKey("1"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, error.StatusCode);
    }

    [Fact]
    public async Task Operation_MissingContainer_Is404()
    {
        var error = await Fails(Ratings.Database.GetContainer("no-such").ReadItemAsync<RatingDocument>("5", new PartitionKey("1")));

        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
    }
}
