using System.Net.Http.Json;
using Matinee.Api.Tests.Accounts;
using Matinee.Api.Tests.Hosting;
using Matinee.Core.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Recommendations;

public sealed class HomeTests(Cinema cinema) : IClassFixture<Cinema>
{
    static readonly (int, double)[] s_westerns = [(2, 5), (4, 4.5), (6, 5), (8, 4), (10, 4.5), (1, 1), (3, 1.5)];

    [Fact]
    public async Task GetRows_Viewer_ShowsNoFilmTwiceAndNothingSeen()
    {
        using var client = await cinema.JoinAsync(s_westerns);
        var rows = await client.GetAsync("recommendations/rows?limit=6").JsonAsync();
        var ids = rows["items"]!.AsArray().Select(row => (string)row!["id"]!).ToList();
        Assert.Equal("forYou", ids[0]);
        Assert.Contains(ids, id => id.StartsWith("becauseYouLiked-", StringComparison.Ordinal));
        Assert.Contains("peopleLikeYou", ids);
        Assert.Contains("new", ids);
        var films = rows["items"]!.AsArray().SelectMany(row => Cinema.Ids(row!)).ToList();
        Assert.Equal(films.Count, films.Distinct().Count());
        Assert.Empty(films.Intersect(s_westerns.Select(rating => rating.Item1)));
        Assert.All(rows["items"]!.AsArray(), row => Assert.InRange(Cinema.Ids(row!).Length, 3, 6));
        var because = rows["items"]!.AsArray().First(row => ((string)row!["id"]!).StartsWith("because", StringComparison.Ordinal))!;
        Assert.Equal("rows.becauseYouLiked", (string?)because["titleKey"]);
        Assert.Equal($"Film {because["args"]!["movieId"]}", (string?)because["args"]!["title"]);
    }

    [Fact]
    public async Task PostRows_NoRatings_ShowsWhatAnyoneMayLike()
    {
        using var stranger = cinema.Host.NewClient();
        var rows = await stranger.PostAsJsonAsync("recommendations/rows", new { ratings = Array.Empty<object>() }).JsonAsync();
        Assert.Equal("popular", (string?)rows["items"]![0]!["id"]);
    }

    [Fact]
    public async Task GetPeople_Viewer_GivesWhatSeveralOfThemLikedAndNoNames()
    {
        using var client = await cinema.JoinAsync(s_westerns);
        using var answer = await client.GetAsync("recommendations/people");
        Assert.DoesNotContain("someone-", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var list = await client.GetAsync("recommendations/people").JsonAsync();
        Assert.InRange((int)list["people"]!, 3, 50);
        Assert.NotEmpty(Cinema.Ids(list));
        Assert.All(Cinema.Ids(list).Take(10), id => Assert.True(Cinema.IsWestern(id)));
        Assert.All(list.Each(item => (int)item["reasons"]![0]!["people"]!), people => Assert.True(people >= 3));
        using var newcomer = await cinema.JoinAsync();
        Assert.Empty(Cinema.Ids(await newcomer.GetAsync("recommendations/people").JsonAsync()));
    }

    [Fact]
    public async Task Get_BeforeAndAfterTheFirstModel_SwitchesOver()
    {
        await using var host = await Cinema.EmptyAsync();
        using var client = await host.JoinAsync("early");
        await Cinema.RateAsync(client, 2, 5);
        var before = await client.GetAsync("recommendations").JsonAsync();
        Assert.Equal("popularity", (string?)before["modelVersion"]);
        Assert.Equal(20, Cinema.Ids(before).Length);
        Assert.Equal("popularity", (string?)(await client.GetAsync("onboarding/movies").JsonAsync())["modelVersion"]);

        var version = await Cinema.PromoteAsync(host);

        var after = await client.GetAsync("recommendations").JsonAsync();
        Assert.Equal(version.ToString(), (string?)after["modelVersion"]);
        Assert.True(Cinema.Ids(after).Count(Cinema.IsWestern) > 15);
    }

    [Fact]
    public async Task DeleteMe_SomebodyOfTheCommunity_IsNoLongerServed()
    {
        await using var host = await Cinema.EmptyAsync();
        using var client = await host.JoinAsync("leaver");
        var id = (string)(await client.GetAsync("me").JsonAsync())["id"]!;
        await Cinema.PromoteAsync(host, id);
        var model = host.Services.GetRequiredService<ModelInService>();
        Assert.Equal(2, model.Current!.Model.Community!.PersonOf(id));

        await host.Services.GetRequiredService<Core.Recommendations.IForget>().ForgetAsync(id);

        Assert.Equal(-1, model.Current.Model.Community!.PersonOf(id));
        Assert.Equal(1, model.Current.Erased);
    }

    [Fact]
    public async Task GetOnboarding_SkippedAndAnswered_AreReplaced()
    {
        using var stranger = cinema.Host.NewClient();
        var first = Cinema.Ids(await stranger.GetAsync("onboarding/movies?limit=12").JsonAsync());
        Assert.Equal(12, first.Distinct().Count());
        var skipped = Cinema.Ids(await stranger.GetAsync($"onboarding/movies?limit=12&skip={first[0]},{first[1]}").JsonAsync());
        Assert.Empty(skipped.Intersect(first.Take(2)));

        var next = Cinema.Ids(await stranger.PostAsJsonAsync("onboarding/movies", new
        {
            ratings = (object[])[new { movieId = first[2], stars = 4 }],
            skipped = first[..2],
            shown = first[3..],
            limit = 3,
        }).JsonAsync());
        Assert.Equal(3, next.Length);
        Assert.Empty(next.Intersect(first));
        await stranger.GetAsync("onboarding/movies?limit=61").ProblemAsync("invalid_value");
    }
}
