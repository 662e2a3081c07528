using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;

namespace Matinee.Contract.Tests.Gateway;

public sealed class PatchTests() : GatewayTests(overHttp: false)
{
    static readonly PartitionKey s_key = new("1");
    static readonly string[] s_tags = ["a", "b"];

    [Fact]
    public async Task Patch_EveryOperation_ChangesWhatItNames()
    {
        await Ratings.CreateItemAsync(new { id = "5", userId = "1", n = 1, tags = s_tags, old = "x", inner = new { deep = 1.5 } }, s_key);

        var patched = await Ratings.PatchItemAsync<JsonElement>("5", s_key,
        [
            PatchOperation.Add("/tags/1", "between"),
            PatchOperation.Add("/tags/-", "last"),
            PatchOperation.Set("/tags/0", "first"),
            PatchOperation.Increment("/n", 5),
            PatchOperation.Increment("/fresh", 2),
            PatchOperation.Increment("/inner/deep", 0.25),
            PatchOperation.Replace("/inner/deep", (object)new { deeper = true }),
            PatchOperation.Move("/old", "/inner/moved"),
            PatchOperation.Remove("/tags/2"),
            PatchOperation.Set<string?>("/nothing", null),
        ]);

        var root = patched.Resource;
        Assert.Equal(["first", "between", "last"], root.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
        Assert.Equal("6", root.GetProperty("n").GetRawText());
        Assert.Equal("2", root.GetProperty("fresh").GetRawText());
        Assert.True(root.GetProperty("inner").GetProperty("deep").GetProperty("deeper").GetBoolean());
        Assert.Equal("x", root.GetProperty("inner").GetProperty("moved").GetString());
        Assert.False(root.TryGetProperty("old", out _));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("nothing").ValueKind);
        Assert.Equal(patched.ETag, root.GetProperty("_etag").GetString());
    }

    [Fact]
    public async Task Patch_Condition_DecidesWith1110()
    {
        await Put("1", "5", 3);

        var error = await Fails(Ratings.PatchItemAsync<RatingDocument>("5", s_key, [PatchOperation.Set("/value", 1)], new() { FilterPredicate = "FROM c WHERE c[\"value\"] > 3" }));
        var patched = await Ratings.PatchItemAsync<RatingDocument>("5", s_key, [PatchOperation.Set("/value", 1)], new() { FilterPredicate = "FROM c WHERE c[\"value\"] = 3" });

        Assert.Equal((HttpStatusCode.PreconditionFailed, 1110), (error.StatusCode, error.SubStatusCode));
        Assert.Equal(1, patched.Resource.Value);
    }

    [Fact]
    public async Task Patch_OneOperationUnfit_LeavesTheItem()
    {
        var before = await Put("1", "5", 3);
        PatchOperation[] unfit =
        [
            PatchOperation.Remove("/no-such"), PatchOperation.Replace("/no-such", 1), PatchOperation.Set("/no/such", 1), PatchOperation.Increment("/id", 1),
            PatchOperation.Set("/id", "6"), PatchOperation.Set("/userId", "2"), PatchOperation.Set("/_etag", "x"), PatchOperation.Increment("/userId", 1), PatchOperation.Set("/value/x", 1),
        ];

        foreach (var operation in unfit)
        {
            var error = await Fails(Ratings.PatchItemAsync<RatingDocument>("5", s_key, [PatchOperation.Set("/value", 9), operation]));
            Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        }

        Assert.Equal(before.ETag, (await Ratings.ReadItemAsync<RatingDocument>("5", s_key)).ETag);
    }

    [Fact]
    public async Task Increment_BeyondLong_GoesOnAsADouble()
    {
        await Ratings.CreateItemAsync(new { id = "5", userId = "1", n = long.MaxValue }, s_key);

        var patched = await Ratings.PatchItemAsync<JsonElement>("5", s_key, [PatchOperation.Increment("/n", 1)]);

        Assert.Equal(9.2233720368547758E+18, patched.Resource.GetProperty("n").GetDouble());
    }
}
