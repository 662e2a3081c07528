using Matinee.Api.Tests.Catalog;
using Matinee.Api.Tests.Hosting;

namespace Matinee.Api.Tests.Search;

public sealed class SearchTests(FilmHost films) : IClassFixture<FilmHost>
{
    [Theory]
    [InlineData("alien", new[] { 1, 2 })]
    [InlineData("aleins", new[] { 2 })]
    [InlineData("amelie", new[] { 3 })]
    [InlineData("AMÉLIE", new[] { 3 })]
    [InlineData("fabuleux", new[] { 3 })]
    [InlineData("sigorney", new[] { 1, 2 })]
    [InlineData("spaceship 1986", new[] { 2, 1 })]
    [InlineData("artist, the", new[] { 4 })]
    [InlineData("xqzzvj", new int[0])]
    [InlineData("%00%1F", new int[0])]
    public async Task Search_Text_FindsTheseFilms(string text, int[] ids)
    {
        var page = await films.Client.GetAsync($"search?q={text}").JsonAsync();

        Assert.Equal(ids, page["items"]!.AsArray().Select(item => (int)item!["id"]!));
    }

    [Fact]
    public async Task Search_PageByPage_EndsWithoutACursor()
    {
        var first = await films.Client.GetAsync("search?q=alien&limit=1").JsonAsync();
        var second = await films.Client.GetAsync($"search?q=alien&limit=1&cursor={first["nextCursor"]}").JsonAsync();

        Assert.Equal(1, (int)first["items"]!.AsArray().Single()!["id"]!);
        Assert.Equal(2, (int)second["items"]!.AsArray().Single()!["id"]!);
        Assert.False(second.AsObject().ContainsKey("nextCursor"));
        await films.Client.GetAsync($"search?q=aliens&cursor={first["nextCursor"]}").ProblemAsync("invalid_cursor");
    }

    [Fact]
    public async Task Suggest_Beginning_GivesFilmsAndPeople()
    {
        var people = await films.Client.GetAsync("search/suggestions?q=sigo").JsonAsync();
        var some = await films.Client.GetAsync("search/suggestions?q=al&films=1&people=0").JsonAsync();

        Assert.Equal("""[{"name":"Sigourney Weaver","films":2}]""", people["people"]!.ToJsonString());
        Assert.Equal("""{"films":[{"id":1,"title":"Alien","year":1979,"genres":["Horror","Sci-Fi"],"directors":[]}],"people":[]}""", some.ToJsonString());
    }

    [Theory]
    [InlineData("search", "invalid_value", "missing")]
    [InlineData("search?q=", "invalid_value", "200")]
    [InlineData("search?q=alien&limit=0", "invalid_value", "200")]
    [InlineData("search?q=alien&cursor=x", "invalid_cursor", "first page")]
    [InlineData("search?query=alien", "unknown_parameter", "q")]
    [InlineData("search/suggestions", "invalid_value", "missing")]
    [InlineData("search/suggestions?q=a&films=21", "invalid_value", "20")]
    [InlineData("search/suggestions?q=a&limit=5", "unknown_parameter", "films")]
    public async Task Search_WrongParameter_IsAProblemThatSaysWhatIsAllowed(string path, string code, string cure)
    {
        var problem = await films.Client.GetAsync(path).ProblemAsync(code);

        Assert.Contains(cure, (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search")]
    [InlineData("search/suggestions")]
    public async Task Search_TextTooLong_IsRefused(string path)
    {
        await films.Client.GetAsync($"{path}?q={new string('x', 200)}").JsonAsync();

        await films.Client.GetAsync($"{path}?q={new string('x', 201)}").ProblemAsync("invalid_value");
    }
}
