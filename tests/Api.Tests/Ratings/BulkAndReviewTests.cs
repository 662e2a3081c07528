using System.Net;
using System.Net.Http.Json;
using Matinee.Api.Tests.Accounts;
using Matinee.Api.Tests.Hosting;

namespace Matinee.Api.Tests.Ratings;

public sealed class BulkAndReviewTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task PutMany_TheSameTwice_ChangesNothingTheSecondTime()
    {
        using var zoe = await shared.JoinAsync();
        var body = new
        {
            ratings = new object[]
            {
                new { movieId = 1, stars = 4.5, ratedAt = "2019-03-02T20:15:00.5Z", review = " The diner. " },
                new { movieId = 404, stars = 3 },
                new { movieId = 2, stars = 1 },
            },
        };

        var first = await zoe.PutAsJsonAsync("me/ratings", body).JsonAsync();
        var second = await zoe.PutAsJsonAsync("me/ratings", body).JsonAsync();

        Assert.Equal(["created", "movieNotFound", "created"], first.Each(one => (string)one["effect"]!));
        Assert.Equal([1, 404, 2], first.Each(one => (int)one["movieId"]!));
        Assert.Equal([1, 2], first["firstPage"]!["left"]!.AsArray().Select(id => (int)id!));
        Assert.Equal(["unchanged", "movieNotFound", "unchanged"], second.Each(one => (string)one["effect"]!));
        var rating = await zoe.GetAsync("me/ratings/1").JsonAsync();
        Assert.Equal("The diner.", (string?)rating["review"]);
        Assert.Equal(new DateTimeOffset(2019, 3, 2, 20, 15, 0, 500, TimeSpan.Zero), (DateTimeOffset)rating["ratedAt"]!);
    }

    [Theory]
    [InlineData("""{"ratings":[{"movieId":1,"stars":4},{"movieId":2,"stars":7}]}""", "invalid_stars", "ratings[1]")]
    [InlineData("""{"ratings":[{"movieId":1,"stars":4},{"movieId":1,"stars":3}]}""", "invalid_value", "ratings[1]")]
    [InlineData("""{"ratings":[{"movieId":1,"stars":4,"ratedAt":"2126-01-01T00:00:00Z"}]}""", "invalid_value", "ratings[0]")]
    [InlineData("""{"ratings":[{"movieId":1,"stars":4,"ratedAt":"1926-01-01T00:00:00Z"}]}""", "invalid_value", "ratings[0]")]
    [InlineData("""{"ratings":[{"movieId":-4,"stars":4}]}""", "invalid_value", "ratings[0]")]
    [InlineData("""{"ratings":[{"movieId":1,"stars":4,"review":" "}]}""", "invalid_value", "ratings[0]")]
    [InlineData("""{"ratings":[]}""", "invalid_value", "ratings")]
    public async Task PutMany_OneNotAllowed_WritesNone(string body, string code, string field)
    {
        using var zoe = await shared.JoinAsync();

        var problem = await zoe.PutAsync("me/ratings", new StringContent(body, null, "application/json")).ProblemAsync(code);

        Assert.NotNull(problem["errors"]![field]);
        Assert.Empty((await zoe.GetAsync("me/ratings").JsonAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task PutMany_TooMany_AreRefused()
    {
        using var zoe = await shared.JoinAsync();
        await zoe.PutAsJsonAsync("me/ratings", new { ratings = Enumerable.Range(0, 501).Select(id => new { movieId = id, stars = 3 }) }).ProblemAsync("invalid_value");
        using var large = new StringContent($$"""{"ratings":[{"movieId":1,"stars":3,"review":"{{new string('x', 1 << 20)}}"}]}""", null, "application/json");
        await zoe.PutAsync("me/ratings", large).ProblemAsync("body_too_large");
    }

    [Fact]
    public async Task Review_WrittenAndTakenBack_LeavesTheStars()
    {
        using var zoe = await shared.JoinAsync();
        await zoe.PutAsJsonAsync("me/ratings/1", new { stars = 4 }).JsonAsync(HttpStatusCode.Created);
        await zoe.PutAsJsonAsync("me/ratings/2", new { stars = 2 }).JsonAsync(HttpStatusCode.Created);

        var reviewed = await zoe.PutAsJsonAsync("me/ratings/1/review", new { text = "  The\ndiner.  " }).JsonAsync();

        Assert.Equal(("The\ndiner.", 4), ((string)reviewed["review"]!, (double)reviewed["stars"]!));
        Assert.Equal([1], (await zoe.GetAsync("me/reviews").JsonAsync()).Each(one => (int)one["movie"]!["id"]!));
        await zoe.PutAsJsonAsync("me/ratings/1", new { stars = 5 }).JsonAsync();
        Assert.Equal("The\ndiner.", (string?)(await zoe.GetAsync("me/ratings/1").JsonAsync())["review"]);
        Assert.Equal(HttpStatusCode.NoContent, await zoe.DeleteAsync("me/ratings/1/review").StatusAsync());
        Assert.Equal(HttpStatusCode.NoContent, await zoe.DeleteAsync("me/ratings/1/review").StatusAsync());
        Assert.Equal(5, (double)(await zoe.GetAsync("me/ratings/1").JsonAsync())["stars"]!);
        Assert.Empty((await zoe.GetAsync("me/reviews").JsonAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task Review_OfAnUnratedFilm_HasNothingToGoWith()
    {
        using var zoe = await shared.JoinAsync();
        await zoe.PutAsJsonAsync("me/ratings/1/review", new { text = "The diner." }).ProblemAsync("rating_not_found");
    }

    [Theory]
    [InlineData("   ")]
    [InlineData("bell \u0007")]
    public async Task Review_TextNotAllowed_IsRefused(string text)
    {
        using var zoe = await shared.JoinAsync();
        await zoe.PutAsJsonAsync("me/ratings/1", new { stars = 4 }).JsonAsync(HttpStatusCode.Created);

        await zoe.PutAsJsonAsync("me/ratings/1/review", new { text }).ProblemAsync("invalid_value");
        await zoe.PutAsJsonAsync("me/ratings/1/review", new { text = new string('x', 5001) }).ProblemAsync("invalid_value");
    }
}
