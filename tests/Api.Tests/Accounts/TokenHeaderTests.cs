using System.Net;
using System.Net.Http.Json;
using Matinee.Api.Http;
using Matinee.Api.Tests.Hosting;

namespace Matinee.Api.Tests.Accounts;

/// <summary>The header that takes the token where something on the way replaces Authorization, as Static Web Apps does.</summary>
public sealed class TokenHeaderTests
{
    // What Static Web Apps sends to a linked function app with every request, whoever is signed in.
    const string TokenOfThePlatform = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJuYmYiOjE3MTQwMDExNjh9.PudR8AmjfUDRspT_x1_yCWS8e22l1PJ3mEIgYUOIuBY00";

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer " + TokenOfThePlatform)]
    [InlineData("Basic em9lOng=")]
    public async Task OwnHeader_WithToken_IsTheViewerWhateverAuthorizationIs(string? authorization)
    {
        await using var host = await People.StartAsync();
        using var zoe = await host.JoinAsync("zoe");
        using var behind = Client(host, $"Bearer {TokenOf(zoe)}", authorization);

        Assert.Equal("zoe", (string)(await behind.GetAsync("me").JsonAsync())["loginName"]!);
        Assert.Equal(HttpStatusCode.OK, await behind.PutAsJsonAsync("me/profile", new { name = "Zoë" }).StatusAsync());
    }

    [Fact]
    public async Task BothHeaders_OfTwoViewers_TheOwnOneCounts()
    {
        await using var host = await People.StartAsync();
        using var zoe = await host.JoinAsync("zoe");
        using var yan = await host.JoinAsync("yan");
        using var both = Client(host, $"bearer {TokenOf(zoe)}", $"Bearer {TokenOf(yan)}");

        Assert.Equal("zoe", (string)(await both.GetAsync("me").JsonAsync())["loginName"]!);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic {0}")]
    [InlineData("Bearer {0}x")]
    [InlineData("Bearer {0}, Bearer {0}")]
    [InlineData("Bearer Bearer {0}")]
    public async Task OwnHeader_ThatCannotBeAToken_IsNobodyWhoeverTheOthersAre(string header)
    {
        await using var host = await People.StartAsync();
        using var zoe = await host.JoinAsync("zoe");
        using var client = Client(host, string.Format(null, header, TokenOf(zoe)), $"Bearer {TokenOf(zoe)}");
        client.DefaultRequestHeaders.Add("Cookie", $"{Callers.CookieName}={TokenOf(zoe)}");

        await client.GetAsync("me").ProblemAsync("unauthenticated");
    }

    [Fact]
    public async Task OwnHeader_SentTwice_IsNobody()
    {
        await using var host = await People.StartAsync();
        using var zoe = await host.JoinAsync("zoe");
        using var client = Client(host, $"Bearer {TokenOf(zoe)}", null);
        client.DefaultRequestHeaders.Add(Callers.HeaderName, $"Bearer {TokenOf(zoe)}");

        await client.GetAsync("me").ProblemAsync("unauthenticated");
    }

    [Fact]
    public async Task OwnHeader_TokenThatIsOver_DoesNotGiveWayToAuthorization()
    {
        await using var host = await People.StartAsync();
        using var zoe = await host.JoinAsync("zoe");
        using var phone = await host.SignInAsync("zoe");
        using var both = Client(host, $"Bearer {TokenOf(phone)}", $"Bearer {TokenOf(zoe)}");
        Assert.Equal(HttpStatusCode.OK, await both.GetAsync("me").StatusAsync());

        Assert.Equal(HttpStatusCode.NoContent, await phone.DeleteAsync("sessions/current").StatusAsync());

        await both.GetAsync("me").ProblemAsync("unauthenticated");
    }

    [Fact]
    public async Task SignOut_WithTheOwnHeader_EndsThatSessionAlone()
    {
        await using var host = await People.StartAsync();
        using var zoe = await host.JoinAsync("zoe");
        using var phone = await host.SignInAsync("zoe");
        using var behind = Client(host, $"Bearer {TokenOf(phone)}", $"Bearer {TokenOfThePlatform}");

        Assert.Equal(HttpStatusCode.NoContent, await behind.DeleteAsync("sessions/current").StatusAsync());

        await behind.GetAsync("me").ProblemAsync("unauthenticated");
        await phone.GetAsync("me").ProblemAsync("unauthenticated");
        Assert.Equal(HttpStatusCode.OK, await zoe.GetAsync("me").StatusAsync());
    }

    [Fact]
    public async Task Cookie_BesideTheTokenOfThePlatform_IsTheViewer()
    {
        await using var host = await People.StartAsync();
        using var zoe = await host.JoinAsync("zoe");
        using var page = Client(host, null, $"Bearer {TokenOfThePlatform}");
        page.DefaultRequestHeaders.Add("Cookie", $"{Callers.CookieName}={TokenOf(zoe)}");

        Assert.Equal(HttpStatusCode.OK, await page.GetAsync("me").StatusAsync());
        // Still a cookie: only pages of the site change anything with it.
        await page.PutAsJsonAsync("me/profile", new { name = "Zoë" }).ProblemAsync("foreign_origin");
        page.DefaultRequestHeaders.Add("Origin", page.BaseAddress!.GetLeftPart(UriPartial.Authority));
        Assert.Equal(HttpStatusCode.OK, await page.PutAsJsonAsync("me/profile", new { name = "Zoë" }).StatusAsync());
    }

    [Fact]
    public async Task Cookie_BesideASessionInAuthorization_IsNotLookedAt()
    {
        await using var host = await People.StartAsync();
        using var zoe = await host.JoinAsync("zoe");
        using var yan = await host.JoinAsync("yan");
        using var both = Client(host, null, $"Bearer {TokenOf(zoe)}");
        both.DefaultRequestHeaders.Add("Cookie", $"{Callers.CookieName}={TokenOf(yan)}");

        Assert.Equal("zoe", (string)(await both.GetAsync("me").JsonAsync())["loginName"]!);
    }

    [Fact]
    public async Task PrivateAnswers_DifferByEveryPlaceOfTheToken()
    {
        await using var host = await People.StartAsync();
        using var zoe = await host.JoinAsync("zoe");

        using var answer = await zoe.GetAsync("me/profile");

        Assert.Equal(["Authorization", "X-Matinee-Authorization", "Cookie"], answer.Headers.Vary);
        Assert.Equal("ETag, Retry-After", answer.Headers.GetValues("Access-Control-Expose-Headers").Single());
    }

    static HttpClient Client(MatineeHost host, string? own, string? authorization)
    {
        var client = host.NewClient();
        if (own is not null) client.DefaultRequestHeaders.TryAddWithoutValidation(Callers.HeaderName, own);
        if (authorization is not null) client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        return client;
    }

    static string TokenOf(HttpClient client) => client.DefaultRequestHeaders.Authorization!.Parameter!;
}
