using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Matinee.Api.Tests.Accounts;
using Matinee.Api.Tests.Hosting;

namespace Matinee.Api.Tests.Ratings;

public sealed class RatingTests(SharedHost shared) : IClassFixture<SharedHost>
{
    MatineeHost Host => shared.Host;

    [Fact]
    public async Task Put_NewChangedAndTheSame_IsCreatedChangedAndLeftAlone()
    {
        using var zoe = await shared.JoinAsync();

        var (created, first) = await PutAsync(zoe, 1, 4);
        var (changed, second) = await PutAsync(zoe, 1, 4.5);
        var (same, third) = await PutAsync(zoe, 1, 4.5);

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK], new[] { created, changed, same });
        Assert.NotEqual(first, second);
        Assert.Equal(second, third);
        var found = await zoe.GetAsync("me/ratings/1").JsonAsync();
        Assert.Equal((4.5, "Heat", 1991), ((double)found["stars"]!, (string)found["movie"]!["title"]!, (int)found["movie"]!["year"]!));
        Assert.Equal(Host.Clock.GetUtcNow(), (DateTimeOffset)found["ratedAt"]!);
    }

    [Fact]
    public async Task Put_AnyRating_SaysWhatEnteredAndWhatLeftTheFirstPage()
    {
        using var zoe = await shared.JoinAsync();

        var answer = await zoe.PutAsJsonAsync("me/ratings/2", new { stars = 3 }).JsonAsync(HttpStatusCode.Created);

        Assert.Equal("""{"modelVersion":"test-version","entered":[4],"left":[2]}""", answer["firstPage"]!.ToJsonString());
    }

    [Fact]
    public async Task Put_FilmThatCameAMomentAgo_IsKnown()
    {
        using var zoe = await shared.JoinAsync();
        await Host.Stores.Movies.SaveAsync([new() { Id = 700, Title = "Brand new" }]);

        Assert.Equal(HttpStatusCode.Created, (await PutAsync(zoe, 700, 4)).Status);
    }

    [Fact]
    public async Task Put_RecommenderFails_RatesAllTheSame()
    {
        using var zoe = await shared.JoinAsync();

        var answer = await zoe.PutAsJsonAsync("me/ratings/9", new { stars = 3 }).JsonAsync(HttpStatusCode.Created);

        Assert.False(answer.AsObject().ContainsKey("firstPage"));
        Assert.Equal(3, (double)(await zoe.GetAsync("me/ratings/9").JsonAsync())["stars"]!);
    }

    [Theory]
    [InlineData("me/ratings/1", """{"stars":0}""", "invalid_stars")]
    [InlineData("me/ratings/1", """{"stars":3.2}""", "invalid_stars")]
    [InlineData("me/ratings/1", """{"stars":5.5}""", "invalid_stars")]
    [InlineData("me/ratings/1", """{"stars":"5"}""", "invalid_json")]
    [InlineData("me/ratings/1", """{}""", "invalid_json")]
    [InlineData("me/ratings/1?why=not", """{"stars":5}""", "unknown_parameter")]
    [InlineData("me/ratings/404", """{"stars":5}""", "movie_not_found")]
    [InlineData("me/ratings/-1", """{"stars":5}""", "movie_not_found")]
    public async Task Put_NotAllowed_WritesNothing(string path, string body, string code)
    {
        using var zoe = await shared.JoinAsync();

        await zoe.PutAsync(path, new StringContent(body, null, "application/json")).ProblemAsync(code);

        Assert.Empty((await zoe.GetAsync("me/ratings").JsonAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task PutAndDelete_OfAStateThatIsGone_AreRefused()
    {
        using var zoe = await shared.JoinAsync();
        var (_, first) = await PutAsync(zoe, 1, 4);
        await PutAsync(zoe, 1, 2);
        zoe.DefaultRequestHeaders.IfMatch.Add(first!);

        await zoe.PutAsJsonAsync("me/ratings/1", new { stars = 5 }).ProblemAsync("stale_etag");
        await zoe.DeleteAsync("me/ratings/1").ProblemAsync("stale_etag");
        await zoe.PutAsJsonAsync("me/ratings/2", new { stars = 5 }).ProblemAsync("stale_etag");
        await zoe.PutAsJsonAsync("me/ratings/1/review", new { text = "So so." }).ProblemAsync("stale_etag");

        zoe.DefaultRequestHeaders.IfMatch.Clear();
        using var found = await zoe.GetAsync("me/ratings/1");
        zoe.DefaultRequestHeaders.IfMatch.Add(found.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(zoe, 1, 5)).Status);
    }

    [Fact]
    public async Task Delete_ThereOrNot_LeavesNoRating()
    {
        using var zoe = await shared.JoinAsync();
        await PutAsync(zoe, 1, 4);

        Assert.Equal(HttpStatusCode.NoContent, await zoe.DeleteAsync("me/ratings/1").StatusAsync());
        Assert.Equal(HttpStatusCode.NoContent, await zoe.DeleteAsync("me/ratings/1").StatusAsync());
        Assert.Equal(HttpStatusCode.NoContent, await zoe.DeleteAsync("me/ratings/404").StatusAsync());

        await zoe.GetAsync("me/ratings/1").ProblemAsync("rating_not_found");
        Assert.Empty((await zoe.GetAsync("me/ratings").JsonAsync())["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.Created, (await PutAsync(zoe, 1, 3)).Status);
    }

    [Theory]
    [InlineData("newest", "5 4 3 2 1")]
    [InlineData("oldest", "1 2 3 4 5")]
    [InlineData("highest", "4 2 5 3 1")]
    [InlineData("lowest", "1 3 5 2 4")]
    [InlineData("movieId", "1 2 3 4 5")]
    public async Task List_Sorted_GoesThroughAllInPages(string sort, string expected)
    {
        using var zoe = await shared.JoinAsync();
        var stars = new[] { 1, 4, 2, 5, 3.5 };
        foreach (var (i, one) in stars.Index())
            await zoe.PutAsJsonAsync("me/ratings", new { ratings = new[] { new { movieId = i + 1, stars = one, ratedAt = Host.Clock.GetUtcNow().AddDays(i - 10) } } }).JsonAsync();

        Assert.Equal(expected, string.Join(' ', await DrainAsync(zoe, $"me/ratings?sort={sort}&limit=2")));
    }

    [Fact]
    public async Task List_Searched_FindsTitlesAndOriginalTitlesInPages()
    {
        using var zoe = await shared.JoinAsync();
        for (var id = 1; id <= 5; id++) await PutAsync(zoe, id, id);

        Assert.Equal([2, 1], await DrainAsync(zoe, "me/ratings?q=HEAT&sort=highest&limit=1"));
        Assert.Equal([2], await DrainAsync(zoe, "me/ratings?q=again%20heat"));
        Assert.Equal([3], await DrainAsync(zoe, "me/ratings?q=Amélie"));
        Assert.Equal([3], await DrainAsync(zoe, "me/ratings?q=amelie!"));
        Assert.Empty(await DrainAsync(zoe, "me/ratings?q=!!"));
        Assert.Equal([4, 5], await DrainAsync(zoe, "me/ratings?q=film&sort=lowest&limit=1"));
        Assert.Empty(await DrainAsync(zoe, "me/ratings?q=nothing"));
    }

    [Theory]
    [InlineData("me/ratings?limit=0", "invalid_value")]
    [InlineData("me/ratings?limit=201", "invalid_value")]
    [InlineData("me/ratings?sort=random", "invalid_value")]
    [InlineData("me/ratings?cursor=x", "invalid_cursor")]
    [InlineData("me/ratings?q=heat&cursor=x", "invalid_cursor")]
    [InlineData("me/reviews?cursor=x", "invalid_cursor")]
    [InlineData("me/ratings?page=2", "unknown_parameter")]
    public async Task List_ParametersNotAllowed_AreNamed(string path, string code)
    {
        using var zoe = await shared.JoinAsync();
        await zoe.GetAsync(path).ProblemAsync(code);
    }

    [Fact]
    public async Task List_CursorOfAnotherOrder_IsRefused()
    {
        using var zoe = await shared.JoinAsync();
        for (var id = 1; id <= 3; id++) await PutAsync(zoe, id, id);
        var cursor = (string)(await zoe.GetAsync("me/ratings?sort=newest&limit=1").JsonAsync())["nextCursor"]!;

        await zoe.GetAsync($"me/ratings?sort=lowest&cursor={cursor}").ProblemAsync("invalid_cursor");
        await zoe.GetAsync($"me/ratings?q=heat&cursor={cursor}").ProblemAsync("invalid_cursor");
    }

    [Fact]
    public async Task Rating_OfAnother_IsNobodyElses()
    {
        using var zoe = await shared.JoinAsync();
        using var yan = await shared.JoinAsync();
        await PutAsync(zoe, 1, 4);

        await yan.GetAsync("me/ratings/1").ProblemAsync("rating_not_found");
        await yan.DeleteAsync("me/ratings/1").StatusAsync();

        Assert.Equal(HttpStatusCode.OK, await zoe.GetAsync("me/ratings/1").StatusAsync());
    }

    static async Task<(HttpStatusCode Status, EntityTagHeaderValue? ETag)> PutAsync(HttpClient client, int movie, double stars)
    {
        using var answer = await client.PutAsJsonAsync($"me/ratings/{movie}", new { stars });
        return (answer.StatusCode, answer.Headers.ETag);
    }

    static async Task<List<int>> DrainAsync(HttpClient client, string path)
    {
        var ids = new List<int>();
        for (string? cursor = null; ;)
        {
            var page = await client.GetAsync(cursor is null ? path : $"{path}&cursor={cursor}").JsonAsync();
            ids.AddRange(page.Each(static item => (int)item["movie"]!["id"]!));
            if ((cursor = (string?)page["nextCursor"]) is null) return ids;
        }
    }
}
