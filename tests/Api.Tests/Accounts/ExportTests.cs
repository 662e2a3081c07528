using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Matinee.Api.Tests.Hosting;

namespace Matinee.Api.Tests.Accounts;

public sealed class ExportTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task Export_Viewer_HoldsEverythingAndNothingOfThePassword()
    {
        using var zoe = await shared.JoinAsync();
        var id = (string)(await zoe.GetAsync("me").JsonAsync())["id"]!;
        var version = (string)(await zoe.GetAsync("me/consents").JsonAsync())["policyVersion"]!;
        await zoe.PutAsJsonAsync("me/profile", new { name = "Zoë", occupation = "nurse" }).JsonAsync();
        await zoe.PutAsJsonAsync("me/consents/ratingsForOthers", new { isGiven = true, policyVersion = version }).JsonAsync();
        await zoe.PutAsJsonAsync("me/ratings/2", new { stars = 4.5 }).JsonAsync(HttpStatusCode.Created);
        await zoe.PutAsJsonAsync("me/ratings/1", new { stars = 3 }).JsonAsync(HttpStatusCode.Created);
        await zoe.PutAsJsonAsync("me/ratings/2/review", new { text = "\"Heat\", again,\nlouder" }).JsonAsync();
        await zoe.PutAsync("me/watchlist/3", null).JsonAsync(HttpStatusCode.Created);
        await zoe.PutAsync("me/not-interested/4", null).JsonAsync(HttpStatusCode.Created);

        var files = await ExportAsync(zoe);

        Assert.Equal(
            ["README.txt", "account.json", "profile.json", "consents.json", "devices.json", "ratings.csv", "ratings.json", "reviews.json", "shelf.json"],
            files.Keys);
        Assert.Equal(id, (string?)JsonNode.Parse(files["account.json"])!["id"]);
        Assert.Equal("Zoë", (string?)JsonNode.Parse(files["profile.json"])!["name"]);
        Assert.Equal("RatingsForOthers", (string?)JsonNode.Parse(files["consents.json"])![0]!["purpose"]);
        Assert.Equal("laptop", (string?)JsonNode.Parse(files["devices.json"])![0]!["device"]);
        Assert.Equal(
            $"movieId,imdbId,title,year,stars,date,review\r\n1,tt0000001,Heat,1991,3,2026-05-01T12:00:00.000Z,\r\n2,tt0000002,\"The Heat, Again\",1992,4.5,2026-05-01T12:00:00.000Z,\"\"\"Heat\"\", again,\nlouder\"\r\n",
            files["ratings.csv"]);
        Assert.Equal([3, 4.5], JsonNode.Parse(files["ratings.json"])!.AsArray().Select(one => (double)one!["stars"]!));
        Assert.Equal("\"Heat\", again,\nlouder", (string?)JsonNode.Parse(files["reviews.json"])!.AsArray().Single()!["review"]);
        Assert.Equal(["NotInterested 4", "Watchlist 3"], JsonNode.Parse(files["shelf.json"])!.AsArray().Select(one => $"{one!["kind"]} {one["movieId"]}").Order());
        var hash = (await shared.Host.Stores.Users.FindAsync(id))!.Value.PasswordHash;
        Assert.All(files.Values, file => Assert.DoesNotContain(hash, file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_MoreThanOnePageOfRatings_HoldsAll()
    {
        using var zoe = await shared.JoinAsync();
        await shared.Host.SaveAsync([.. Enumerable.Range(1000, 450).Select(id => new Core.Catalog.Movie { Id = id, Title = $"Film {id}" })]);
        await zoe.PutAsJsonAsync("me/ratings", new { ratings = Enumerable.Range(1000, 450).Select(id => new { movieId = id, stars = 3 }) }).JsonAsync();

        var files = await ExportAsync(zoe);

        Assert.Equal(Enumerable.Range(1000, 450), JsonNode.Parse(files["ratings.json"])!.AsArray().Select(one => (int)one!["movieId"]!));
        Assert.Equal(452, files["ratings.csv"].Split("\r\n").Length);
    }

    static async Task<Dictionary<string, string>> ExportAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("me/export");
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        var zip = await ZipArchive.CreateAsync(await answer.Content.ReadAsStreamAsync(), ZipArchiveMode.Read, false, null);
        await using (zip)
        {
            var files = new Dictionary<string, string>();
            foreach (var entry in zip.Entries)
            {
                using var text = new StreamReader(await entry.OpenAsync());
                files[entry.FullName] = await text.ReadToEndAsync();
            }

            return files;
        }
    }
}
