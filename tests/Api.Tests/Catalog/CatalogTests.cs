using System.Net;
using System.Text.Json.Nodes;
using Matinee.Api.Tests.Hosting;

namespace Matinee.Api.Tests.Catalog;

public sealed class CatalogTests(FilmHost films) : IClassFixture<FilmHost>
{
    [Theory]
    [InlineData("", new[] { 1, 3, 2, 4, 5 })]
    [InlineData("?sort=title", new[] { 1, 2, 3, 4, 5 })]
    [InlineData("?sort=year", new[] { 4, 3, 2, 1, 5 })]
    [InlineData("?sort=rating", new[] { 3, 2, 4, 5, 1 })]
    [InlineData("?sort=title&genres=comedy,Sci-Fi", new[] { 1, 2, 3, 4 })]
    [InlineData("?sort=title&genres=Comedy&genres=Drama&genreMatch=all", new[] { 4 })]
    [InlineData("?sort=title&decade=1980", new[] { 2 })]
    [InlineData("?sort=title&yearFrom=1980&yearTo=2001", new[] { 2, 3 })]
    [InlineData("?sort=title&runtimeTo=117", new[] { 1, 4 })]
    [InlineData("?sort=title&languages=fr&runtimeFrom=110", new[] { 3 })]
    [InlineData("?minVotes=1", new[] { 1, 3 })]
    [InlineData("?sort=title&person=sigourney%20weaver", new[] { 1, 2 })]
    public async Task ListMovies_FiltersAndSorts_GiveTheseFilms(string query, int[] ids) =>
        Assert.Equal(ids, IdsOf(await films.Client.GetAsync($"movies{query}").JsonAsync()));

    [Fact]
    public async Task ListMovies_Item_HasFactsAndFigures()
    {
        var movie = (await films.Client.GetAsync("movies?limit=1").JsonAsync())["items"]![0]!;

        Assert.Equal("Alien", (string?)movie["title"]);
        Assert.Equal(1979, (int?)movie["year"]);
        Assert.Equal(117, (int?)movie["runtimeMinutes"]);
        Assert.Equal("en", (string?)movie["language"]);
        Assert.Equal(3, (int?)movie["votes"]);
        Assert.Equal(4.0, (double?)movie["meanStars"]);
        Assert.Null(movie["originalTitle"]);
    }

    [Fact]
    public async Task ListMovies_PageByPage_EndsWithoutACursor()
    {
        var first = await films.Client.GetAsync("movies?sort=title&limit=3").JsonAsync();
        var second = await films.Client.GetAsync($"movies?sort=title&limit=3&cursor={first["nextCursor"]}").JsonAsync();

        Assert.Equal([1, 2, 3], IdsOf(first));
        Assert.Equal([4, 5], IdsOf(second));
        Assert.False(second.AsObject().ContainsKey("nextCursor"));
    }

    [Theory]
    [InlineData("movies?genres=Opera", "invalid_value", "Comedy")]
    [InlineData("movies?sort=best", "invalid_value", "hot, rating, year, title")]
    [InlineData("movies?genreMatch=some", "invalid_value", "any, all")]
    [InlineData("movies?decade=1985", "invalid_value", "1980")]
    [InlineData("movies?decade=1980&yearTo=1985", "invalid_value", "decade")]
    [InlineData("movies?yearFrom=1990&yearTo=1980", "invalid_value", "1990")]
    [InlineData("movies?runtimeFrom=100&runtimeTo=90", "invalid_value", "100")]
    [InlineData("movies?minVotes=-1", "invalid_value", "-1")]
    [InlineData("movies?limit=0", "invalid_value", "200")]
    [InlineData("movies?limit=201", "invalid_value", "200")]
    [InlineData("movies?cursor=nonsense", "invalid_cursor", "first page")]
    [InlineData("movies?genre=Comedy", "unknown_parameter", "genres")]
    [InlineData("movies/hot?window=year", "invalid_value", "all, month, week")]
    [InlineData("movies/hot?cursor=nonsense", "invalid_cursor", "first page")]
    [InlineData("movies/hot?sort=title", "unknown_parameter", "window")]
    [InlineData("genres?limit=1", "unknown_parameter", "limit")]
    public async Task List_WrongParameter_IsAProblemThatSaysWhatIsAllowed(string path, string code, string cure)
    {
        var problem = await films.Client.GetAsync(path).ProblemAsync(code);

        Assert.Contains(cure, (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListMovies_CursorOfAnotherList_IsRefused()
    {
        var page = await films.Client.GetAsync("movies?sort=title&limit=1").JsonAsync();

        await films.Client.GetAsync($"movies?sort=year&limit=1&cursor={page["nextCursor"]}").ProblemAsync("invalid_cursor");
        await films.Client.GetAsync($"movies?sort=title&languages=fr&cursor={page["nextCursor"]}").ProblemAsync("invalid_cursor");
        await films.Client.GetAsync($"movies/hot?cursor={page["nextCursor"]}").ProblemAsync("invalid_cursor");
    }

    [Fact]
    public async Task ListHotMovies_Windows_CountWhatIsWithinThem()
    {
        var week = await films.Client.GetAsync("movies/hot").JsonAsync();
        var all = await films.Client.GetAsync("movies/hot?window=all").JsonAsync();

        Assert.Equal([1, 3], IdsOf(week, "movie"));
        Assert.Equal([3, 0], week["items"]!.AsArray().Select(item => (int)item!["ratings"]!));
        Assert.Equal(4.0, (double?)week["items"]![0]!["meanStars"]);
        Assert.Null(week["items"]![1]!["meanStars"]);
        Assert.Equal([1, 2], week["items"]!.AsArray().Select(item => (int)item!["rank"]!));
        Assert.Equal([3, 1], all["items"]!.AsArray().Select(item => (int)item!["ratings"]!));
    }

    [Fact]
    public async Task ListGenres_All_HaveCounts()
    {
        var genres = (await films.Client.GetAsync("genres").JsonAsync())["items"]!.AsArray();

        Assert.Equal(
            ["Action 1", "Comedy 2", "Drama 1", "Horror 1", "Romance 1", "Sci-Fi 2"],
            genres.Select(genre => $"{genre!["name"]} {genre["count"]}"));
    }

    [Theory]
    [InlineData("movies?sort=title")]
    [InlineData("movies/hot")]
    [InlineData("genres")]
    [InlineData("movies/1")]
    [InlineData("movies/1/similar")]
    [InlineData("movies/1/reviews")]
    [InlineData("search?q=alien")]
    [InlineData("search/suggestions?q=alie")]
    public async Task Get_AskedAgainWithItsETag_IsNotSentTwice(string path)
    {
        using var first = await films.Client.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await films.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.True(first.Headers.CacheControl is { Public: true, NoCache: true }, $"{first.Headers.CacheControl}");
    }

    static IEnumerable<int> IdsOf(JsonNode page, string? within = null) =>
        page["items"]!.AsArray().Select(item => (int)(within is null ? item! : item![within]!)["id"]!);
}
