using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Matinee.Api.Tests.Accounts;
using Matinee.Api.Tests.Hosting;

namespace Matinee.Api.Tests.Profile;

public sealed class ProfileTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task Profile_Written_IsWhatIsReadAndErasesTheRest()
    {
        using var zoe = await shared.JoinAsync();
        Assert.Equal("""{"favouriteGenres":[]}""", (await zoe.GetAsync("me/profile").JsonAsync()).ToJsonString());

        using var body = new StringContent("""{"name":" Zoë ","birthYear":1990,"favouriteGenres":["comedy","Comedy","DRAMA"]}""", null, "application/json");
        var written = await zoe.PutAsync("me/profile", body).JsonAsync();

        Assert.Equal(("Zoë", 1990), ((string)written["name"]!, (int)written["birthYear"]!));
        Assert.Equal(["Comedy", "Drama"], written["favouriteGenres"]!.AsArray().Select(genre => (string)genre!));
        await zoe.PutAsJsonAsync("me/profile", new { occupation = "nurse" }).JsonAsync();
        Assert.Equal("""{"occupation":"nurse","favouriteGenres":[]}""", (await zoe.GetAsync("me/profile").JsonAsync()).ToJsonString());
    }

    [Theory]
    [InlineData("""{"birthYear":1899}""", "birthYear")]
    [InlineData("""{"birthYear":2027}""", "birthYear")]
    [InlineData("""{"favouriteGenres":["Polka"]}""", "favouriteGenres")]
    [InlineData("""{"name":"a\u0000b"}""", "name")]
    public async Task Profile_NotAllowed_NamesTheField(string body, string field)
    {
        using var zoe = await shared.JoinAsync();

        var problem = await zoe.PutAsync("me/profile", new StringContent(body, null, "application/json")).ProblemAsync("invalid_value");

        Assert.NotNull(problem["errors"]![field]);
    }

    [Fact]
    public async Task Profile_ChangedElsewhere_IsNotOverwritten()
    {
        using var zoe = await shared.JoinAsync();
        using var read = await zoe.GetAsync("me/profile");
        await zoe.PutAsJsonAsync("me/profile", new { name = "Zoë" }).JsonAsync();
        zoe.DefaultRequestHeaders.IfMatch.Add(read.Headers.ETag!);

        await zoe.PutAsJsonAsync("me/profile", new { name = "Zora" }).ProblemAsync("stale_etag");

        Assert.Equal("Zoë", (string?)(await zoe.GetAsync("me/profile").JsonAsync())["name"]);
    }

    [Fact]
    public async Task Consents_AskedPerPurpose_AreGivenAndTakenBack()
    {
        using var zoe = await shared.JoinAsync();
        var before = await zoe.GetAsync("me/consents").JsonAsync();
        Assert.Equal([("ratingsForOthers", false), ("profileForPortraits", false)], Said(before));
        var version = (string)before["policyVersion"]!;

        var given = await zoe.PutAsJsonAsync("me/consents/ratingsForOthers", new { isGiven = true, policyVersion = version }).JsonAsync();
        Assert.Equal([("ratingsForOthers", true), ("profileForPortraits", false)], Said(given));
        Assert.Equal(shared.Host.Clock.GetUtcNow(), (DateTimeOffset)given.Each(one => one["at"]).First()!);
        var back = await zoe.PutAsJsonAsync("me/consents/ratingsForOthers", new { isGiven = false }).JsonAsync();

        Assert.Equal([("ratingsForOthers", false), ("profileForPortraits", false)], Said(back));
        Assert.Equal(version, back.Each(one => (string?)one["policyVersion"]).First());
    }

    [Theory]
    [InlineData("ratingsForOthers", """{"isGiven":true}""", "invalid_value")]
    [InlineData("ratingsForOthers", """{"isGiven":true,"policyVersion":"1999"}""", "invalid_value")]
    [InlineData("everything", """{"isGiven":false}""", "invalid_value")]
    [InlineData("ratingsForOthers", """{"isGiven":"yes"}""", "invalid_json")]
    public async Task Consents_AnswerNotAllowed_ChangesNothing(string purpose, string body, string code)
    {
        using var zoe = await shared.JoinAsync();

        await zoe.PutAsync($"me/consents/{purpose}", new StringContent(body, null, "application/json")).ProblemAsync(code);

        Assert.All(Said(await zoe.GetAsync("me/consents").JsonAsync()), one => Assert.False(one.IsGiven));
    }

    [Theory]
    [InlineData("watchlist")]
    [InlineData("seen")]
    [InlineData("not-interested")]
    public async Task Shelf_PutAndTakenOff_IsIdempotent(string kind)
    {
        using var zoe = await shared.JoinAsync();

        Assert.Equal(HttpStatusCode.Created, await zoe.PutAsync($"me/{kind}/1", null).StatusAsync());
        var again = await zoe.PutAsync($"me/{kind}/1", null).JsonAsync();
        Assert.Equal("Heat", (string?)again["movie"]!["title"]);
        for (var id = 2; id <= 5; id++) Assert.Equal(HttpStatusCode.Created, await zoe.PutAsync($"me/{kind}/{id}", null).StatusAsync());

        var first = await zoe.GetAsync($"me/{kind}?limit=3").JsonAsync();
        var second = await zoe.GetAsync($"me/{kind}?limit=3&cursor={first["nextCursor"]}").JsonAsync();
        Assert.Equal([1, 2, 3, 4, 5], first.Each(IdOf).Concat(second.Each(IdOf)).Order());
        Assert.False(second.AsObject().ContainsKey("nextCursor"));
        Assert.Equal(HttpStatusCode.NoContent, await zoe.DeleteAsync($"me/{kind}/1").StatusAsync());
        Assert.Equal(HttpStatusCode.NoContent, await zoe.DeleteAsync($"me/{kind}/1").StatusAsync());
        Assert.Equal([2, 3, 4, 5], (await zoe.GetAsync($"me/{kind}").JsonAsync()).Each(IdOf).Order());
        await zoe.PutAsync($"me/{kind}/404", null).ProblemAsync("movie_not_found");
        await zoe.GetAsync($"me/{kind}?cursor=x").ProblemAsync("invalid_cursor");
    }

    [Theory]
    [InlineData("me/ratings/1", true)]
    [InlineData("me/seen/1", false)]
    [InlineData("me/not-interested/1", false)]
    public async Task Watchlist_FilmRatedSeenOrNotOfInterest_GoesOff(string path, bool hasStars)
    {
        using var zoe = await shared.JoinAsync();
        await zoe.PutAsync("me/watchlist/1", null).JsonAsync(HttpStatusCode.Created);

        using (await zoe.PutAsJsonAsync(path, hasStars ? new { stars = 4 } : null))
        {
            Assert.Empty((await zoe.GetAsync("me/watchlist").JsonAsync())["items"]!.AsArray());
        }
    }

    [Fact]
    public async Task Watchlist_FilmOfNoInterest_IsOfInterestAgain()
    {
        using var zoe = await shared.JoinAsync();
        await zoe.PutAsync("me/not-interested/1", null).JsonAsync(HttpStatusCode.Created);

        await zoe.PutAsync("me/watchlist/1", null).JsonAsync(HttpStatusCode.Created);

        Assert.Empty((await zoe.GetAsync("me/not-interested").JsonAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task Mark_EveryChangeThatRecommendationsDependOn_IsANewOne()
    {
        using var zoe = await shared.JoinAsync();
        var user = (string)(await zoe.GetAsync("me").JsonAsync())["id"]!;
        var version = (string)(await zoe.GetAsync("me/consents").JsonAsync())["policyVersion"]!;
        var marks = new List<string?> { await shared.Host.Stores.ViewerMarks.FindAsync(user) };

        Func<Task<HttpResponseMessage>>[] changes =
        [
            () => zoe.PutAsJsonAsync("me/ratings/1", new { stars = 4 }),
            () => zoe.PutAsJsonAsync("me/ratings", new { ratings = new[] { new { movieId = 2, stars = 4 } } }),
            () => zoe.DeleteAsync("me/ratings/1"),
            () => zoe.PutAsync("me/seen/3", null),
            () => zoe.DeleteAsync("me/seen/3"),
            () => zoe.PutAsJsonAsync("me/profile", new { birthYear = 1990 }),
            () => zoe.PutAsJsonAsync("me/consents/ratingsForOthers", new { isGiven = true, policyVersion = version }),
        ];
        foreach (var change in changes)
        {
            using var answer = await change();
            Assert.True(answer.IsSuccessStatusCode);
            marks.Add(await shared.Host.Stores.ViewerMarks.FindAsync(user));
        }

        Assert.Equal(marks.Count, marks.Distinct().Count());
    }

    static int IdOf(JsonNode item) => (int)item["movie"]!["id"]!;

    static IEnumerable<(string Purpose, bool IsGiven)> Said(JsonNode list) => list.Each(one => ((string)one["purpose"]!, (bool)one["isGiven"]!));
}
