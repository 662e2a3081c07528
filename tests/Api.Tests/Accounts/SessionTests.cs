using System.Net;
using System.Net.Http.Json;
using Matinee.Api.Http;
using Matinee.Api.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Accounts;

public sealed class SessionTests
{
    [Fact]
    public async Task SignIn_UnknownNameAndWrongPassword_AreAnsweredAlike()
    {
        await using var host = await People.StartAsync();
        using var zoe = await host.JoinAsync("zoe");
        using var stranger = host.NewClient();

        var wrong = await People.TryAsync(stranger, "zoe", "three unrelated birds").ProblemAsync("wrong_credentials");
        var unknown = await People.TryAsync(stranger, "yan", "three unrelated birds").ProblemAsync("wrong_credentials");

        wrong["traceId"] = unknown["traceId"] = null;
        Assert.Equal(wrong.ToJsonString(), unknown.ToJsonString());
    }

    [Fact]
    public async Task Devices_Two_AreListedAndEndOneByOne()
    {
        await using var host = await People.StartAsync();
        using var laptop = await host.JoinAsync("zoe");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        using var phone = await host.SignInAsync("ZOE");

        var devices = await laptop.GetAsync("me/sessions").JsonAsync();
        Assert.Equal([("phone", false), ("laptop", true)], devices.Each(one => ((string)one["device"]!, (bool)one["isCurrent"]!)));
        var id = devices.Each(one => (string)one["id"]!).First();
        Assert.Equal(HttpStatusCode.NoContent, await laptop.DeleteAsync($"me/sessions/{id}").StatusAsync());

        await phone.GetAsync("me").ProblemAsync("unauthenticated");
        Assert.Equal(HttpStatusCode.OK, await laptop.GetAsync("me").StatusAsync());
        await laptop.DeleteAsync($"me/sessions/{id}").ProblemAsync("session_not_found");
    }

    [Fact]
    public async Task SignOutDevice_OfSomebodyElse_IsNotFoundAndGoesOn()
    {
        await using var host = await People.StartAsync();
        using var zoe = await host.JoinAsync("zoe");
        using var yan = await host.JoinAsync("yan");
        var hers = (await zoe.GetAsync("me/sessions").JsonAsync()).Each(one => (string)one["id"]!).Single();

        await yan.DeleteAsync($"me/sessions/{hers}").ProblemAsync("session_not_found");

        Assert.Equal(HttpStatusCode.OK, await zoe.GetAsync("me").StatusAsync());
    }

    [Fact]
    public async Task SignOut_Here_LeavesTheOthers()
    {
        await using var host = await People.StartAsync();
        using var laptop = await host.JoinAsync("zoe");
        using var phone = await host.SignInAsync("zoe");

        Assert.Equal(HttpStatusCode.NoContent, await laptop.DeleteAsync("sessions/current").StatusAsync());

        await laptop.GetAsync("me").ProblemAsync("unauthenticated");
        Assert.Equal(HttpStatusCode.OK, await phone.GetAsync("me").StatusAsync());
    }

    [Theory]
    [InlineData("me/sessions", 3, HttpStatusCode.Unauthorized)]
    [InlineData("me/sessions?keepThis=true", 2, HttpStatusCode.OK)]
    public async Task SignOutEverywhere_ThreeDevices_EndsThemAtOnce(string path, int ended, HttpStatusCode here)
    {
        await using var host = await People.StartAsync();
        using var laptop = await host.JoinAsync("zoe");
        using var phone = await host.SignInAsync("zoe");
        using var tablet = await host.SignInAsync("zoe", "tablet");

        Assert.Equal(ended, (int)(await laptop.DeleteAsync(path).JsonAsync())["ended"]!);

        Assert.Equal(here, await laptop.GetAsync("me").StatusAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, await phone.GetAsync("me").StatusAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, await tablet.GetAsync("me").StatusAsync());
    }

    [Fact]
    public async Task Session_UsedNowAndThen_LivesOnAndUnusedOnesEnd()
    {
        await using var host = await People.StartAsync();
        using var used = await host.JoinAsync("zoe");
        using var unused = await host.SignInAsync("zoe");
        for (var i = 0; i < 3; i++)
        {
            host.Clock.Advance(TimeSpan.FromDays(20));
            Assert.Equal(HttpStatusCode.OK, await used.GetAsync("me").StatusAsync());
        }

        await unused.GetAsync("me").ProblemAsync("unauthenticated");
        var device = (await used.GetAsync("me/sessions").JsonAsync()).Each(one => one).Single();
        Assert.Equal(host.Clock.GetUtcNow(), (DateTimeOffset)device["usedAt"]!);
        host.Clock.Advance(TimeSpan.FromDays(31));
        await used.GetAsync("me").ProblemAsync("unauthenticated");
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("../../etc.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("nobody.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Token_ThatWasNeverGiven_IsNobody(string token)
    {
        await using var host = await People.StartAsync();
        using var client = host.NewClient(token);

        await client.GetAsync("me").ProblemAsync("unauthenticated");
    }

    [Fact]
    public async Task Token_WithAnothersId_IsNobody()
    {
        await using var host = await People.StartAsync();
        using var zoe = await host.JoinAsync("zoe");
        using var yan = await host.JoinAsync("yan");
        var (hers, his) = (TokenOf(zoe).Split('.'), TokenOf(yan).Split('.'));
        using var thief = host.NewClient($"{hers[0]}.{his[1]}");

        await thief.GetAsync("me").ProblemAsync("unauthenticated");
    }

    [Fact]
    public async Task Cookie_ChangesSomething_FromTheSitesOriginsToo()
    {
        await using var host = await People.StartAsync(all => all.AddSingleton(new SiteOrigins(["https://films.example.org"])));
        using var stranger = host.NewClient();
        using var answer = await stranger.PostAsJsonAsync("accounts", new { loginName = "zoe", password = People.Password, useCookie = true });
        using var page = host.NewClient();
        page.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);

        page.DefaultRequestHeaders.Add("Origin", "https://films.example.org");
        Assert.Equal(HttpStatusCode.OK, await page.PutAsJsonAsync("me/profile", new { name = "Zoë" }).StatusAsync());
        page.DefaultRequestHeaders.Remove("Origin");
        page.DefaultRequestHeaders.Add("Origin", "https://films.example.org.elsewhere.example");
        await page.PutAsJsonAsync("me/profile", new { name = "Zoë" }).ProblemAsync("foreign_origin");
    }

    [Fact]
    public async Task Cookie_ChangesSomething_OnlyFromOurOwnPages()
    {
        await using var host = await People.StartAsync();
        using var stranger = host.NewClient();
        using var answer = await stranger.PostAsJsonAsync("accounts", new { loginName = "zoe", password = People.Password, useCookie = true });
        using var page = host.NewClient();
        page.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);

        Assert.Equal(HttpStatusCode.OK, await page.GetAsync("me").StatusAsync());
        await page.PutAsJsonAsync("me/profile", new { name = "Zoë" }).ProblemAsync("foreign_origin");
        page.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");
        await page.PutAsJsonAsync("me/profile", new { name = "Zoë" }).ProblemAsync("foreign_origin");
        await page.DeleteAsync("me").ProblemAsync("foreign_origin");
        page.DefaultRequestHeaders.Remove("Origin");
        page.DefaultRequestHeaders.Add("Origin", page.BaseAddress!.GetLeftPart(UriPartial.Authority));
        Assert.Equal(HttpStatusCode.OK, await page.PutAsJsonAsync("me/profile", new { name = "Zoë" }).StatusAsync());
        using var gone = await page.DeleteAsync("sessions/current");
        Assert.Contains("matinee_session=;", gone.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        await page.GetAsync("me").ProblemAsync("unauthenticated");
    }

    static string TokenOf(HttpClient client) => client.DefaultRequestHeaders.Authorization!.Parameter!;
}
