using Matinee.Api.Tests.Hosting;
using Matinee.Core.Profiles;
using Matinee.Core.Recommendations;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Catalog;

public sealed class MovieTests(FilmHost films) : IClassFixture<FilmHost>
{
    [Fact]
    public async Task GetMovie_Known_GivesItsFactsAndCounts()
    {
        var movie = await films.Client.GetAsync("movies/1").JsonAsync();

        Assert.Equal("Alien", (string?)movie["title"]);
        Assert.Equal(1979, (int?)movie["year"]);
        Assert.Equal(3, (int?)movie["votes"]);
        Assert.Equal(2, (int?)movie["reviews"]);
        Assert.Equal(4.0, (double?)movie["meanStars"]);
        Assert.Equal([0, 0, 0, 0, 0, 1, 0, 1, 0, 1], movie["histogram"]!.AsArray().Select(count => (int)count!));
        Assert.Equal("""{"week":1,"month":1,"all":1}""", movie["hotRank"]!.ToJsonString());
        Assert.Null(movie["myRating"]);
        Assert.Null(movie["onShelf"]);
        Assert.Null(movie["predictedStars"]);
    }

    [Fact]
    public async Task GetMovie_NobodyHasRated_HasNoRank()
    {
        var movie = await films.Client.GetAsync("movies/4").JsonAsync();

        Assert.Equal(0, (int?)movie["votes"]);
        Assert.Null(movie["meanStars"]);
        Assert.Null(movie["hotRank"]);
    }

    [Fact]
    public async Task GetMovie_SignedIn_AddsWhatIsTheViewers()
    {
        await films.Host.Stores.Shelf.SaveAsync(new("ada", ShelfKind.Watchlist, 1, films.Host.Clock.GetUtcNow()));
        using var ada = await films.SignInAsync("ada");
        using var dan = await films.SignInAsync("dan");

        using var hers = await ada.GetAsync("movies/1");
        var movie = await Task.FromResult(hers).JsonAsync();
        var his = await dan.GetAsync("movies/1").JsonAsync();

        Assert.Equal(5.0, (double?)movie["myRating"]!["stars"]);
        Assert.Equal("Still frightening.", (string?)movie["myRating"]!["review"]);
        Assert.Equal("[\"watchlist\"]", movie["onShelf"]!.ToJsonString());
        Assert.True(hers.Headers.CacheControl is { Private: true, NoCache: true }, $"{hers.Headers.CacheControl}");
        Assert.Null(his["myRating"]);
        Assert.Equal("[]", his["onShelf"]!.ToJsonString());
    }

    [Fact]
    public async Task GetMovie_SignedInAndPredicted_SaysHowManyStars()
    {
        await using var host = await MatineeHost.StartAsync(services: static all => all.AddSingleton<IPredictions, FixedPredictions>());
        await host.SaveAsync(new Core.Catalog.Movie { Id = 7, Title = "Heat" });
        var started = await host.Services.GetRequiredService<Core.Accounts.Sessions>().StartAsync("ada", null);
        using var ada = host.NewClient(started.Token);

        var movie = await ada.GetAsync("movies/7").JsonAsync();

        Assert.Equal("""{"stars":4.1,"low":3.2,"high":4.9,"modelVersion":"v1"}""", movie["predictedStars"]!.ToJsonString());
    }

    [Theory]
    [InlineData("movies/8")]
    [InlineData("movies/8/similar")]
    [InlineData("movies/8/reviews")]
    public async Task Get_UnknownMovie_IsAProblem(string path)
    {
        var problem = await films.Client.GetAsync(path).ProblemAsync("movie_not_found");

        Assert.Contains("8", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("movies/1?fields=title", "unknown_parameter")]
    [InlineData("movies/1/similar?limit=51", "invalid_value")]
    [InlineData("movies/1/similar?cursor=a", "unknown_parameter")]
    [InlineData("movies/1/reviews?limit=51", "invalid_value")]
    [InlineData("movies/1/reviews?cursor=a", "invalid_cursor")]
    [InlineData("movies/heat", "not_found")]
    public async Task Get_WrongParameter_IsAProblem(string path, string code) => await films.Client.GetAsync(path).ProblemAsync(code);

    [Fact]
    public async Task ListSimilarMovies_NoModel_GoesByFacts()
    {
        var similar = await films.Client.GetAsync("movies/1/similar?limit=1").JsonAsync();

        Assert.Equal("Aliens", (string?)similar["items"]!.AsArray().Single()!["title"]);
    }

    [Fact]
    public async Task ListReviews_PageByPage_GivesNamesAndNoIds()
    {
        using var answer = await films.Client.GetAsync("movies/1/reviews?limit=1");
        var text = await answer.Content.ReadAsStringAsync();
        var first = await Task.FromResult(answer).JsonAsync();
        var cursor = (string)first["nextCursor"]!;
        var second = await films.Client.GetAsync($"movies/1/reviews?limit=1&cursor={cursor}").JsonAsync();

        Assert.Equal(["viewer", "stars", "text", "ratedAt", "isSimulated"], first["items"]![0]!.AsObject().Select(field => field.Key));
        Assert.Equal("Ada L. 5 Still frightening.", Line(first));
        Assert.Equal("A viewer 4 Slow.", Line(second));
        Assert.False(second.AsObject().ContainsKey("nextCursor"));
        Assert.DoesNotContain("ada", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(cursor)), StringComparison.Ordinal);

        static string Line(System.Text.Json.Nodes.JsonNode page)
        {
            var review = page["items"]!.AsArray().Single()!;
            return $"{review["viewer"]} {review["stars"]} {review["text"]}";
        }
    }

    sealed class FixedPredictions : IPredictions
    {
        public ValueTask<StarPrediction?> ForAsync(string userId, int movieId, CancellationToken cancellation) =>
            ValueTask.FromResult<StarPrediction?>(new(4.1, 3.2, 4.9, "v1"));
    }
}
