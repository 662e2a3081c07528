using System.Net;
using System.Net.Http.Json;
using Matinee.Api.Tests.Hosting;
using Matinee.Core.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Accounts;

public sealed class RegistrationTests
{
    [Fact]
    public async Task Register_NewName_IsSignedInAtOnce()
    {
        await using var host = await People.StartAsync();
        using var zoe = await host.JoinAsync("Zoe");

        var me = await zoe.GetAsync("me").JsonAsync();

        Assert.Equal("Zoe", (string?)me["loginName"]);
        Assert.Null(me["name"]);
        Assert.NotEmpty((string)me["policyVersion"]!);
    }

    [Fact]
    public async Task Register_NameOfSomebodyInAnotherCase_IsTaken()
    {
        await using var host = await People.StartAsync();
        using var zoe = await host.JoinAsync("Zoe");
        using var other = host.NewClient();

        await other.PostAsJsonAsync("accounts", new { loginName = "zoE", password = People.Password }).ProblemAsync("login_name_taken");

        using var stillHers = await host.SignInAsync("zoe");
        Assert.Equal(HttpStatusCode.OK, await stillHers.GetAsync("me").StatusAsync());
    }

    [Fact]
    public async Task Register_NameAndPasswordNotAllowed_NamesBothAndNeverThePassword()
    {
        await using var host = await People.StartAsync();
        using var client = host.NewClient();

        var problem = await client.PostAsJsonAsync("accounts", new { loginName = "a b", password = "Password1!" }).ProblemAsync("invalid_value");

        Assert.NotNull(problem["errors"]!["loginName"]);
        Assert.NotNull(problem["errors"]!["password"]);
        Assert.DoesNotContain("Password1!", problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"loginName":"zoe"}""", "invalid_json")]
    [InlineData("""{"loginName":"zoe","password":"three unrelated words","admin":true}""", "invalid_json")]
    [InlineData("""{"loginName":"zoe","password":"three unrelated words","consents":["everything"]}""", "invalid_json")]
    [InlineData("""{"loginName":"zoe","password":"three unrelated words","consents":["ratingsForOthers"]}""", "invalid_value")]
    [InlineData("""{"loginName":"zoe","password":"three unrelated words","consents":["ratingsForOthers"],"policyVersion":"1999"}""", "invalid_value")]
    public async Task Register_BodyNotAllowed_MakesNoAccount(string body, string code)
    {
        await using var host = await People.StartAsync();
        using var client = host.NewClient();

        await client.PostAsync("accounts", new StringContent(body, null, "application/json")).ProblemAsync(code);

        using var zoe = await host.JoinAsync("zoe");
    }

    [Fact]
    public async Task Register_WithCookie_KeepsTheTokenFromScripts()
    {
        await using var host = await People.StartAsync();
        using var client = host.NewClient();

        using var answer = await client.PostAsJsonAsync("accounts", new { loginName = "zoe", password = People.Password, useCookie = true });

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("matinee_session=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("token", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Register_TooManyFromOneAddress_AreAskedToWait()
    {
        await using var host = await People.StartAsync(services => services.AddSingleton(new SignInLimits { Registrations = 2 }));
        using var client = host.NewClient();
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.Created, await client.PostAsJsonAsync("accounts", new { loginName = $"zoe{i}", password = People.Password }).StatusAsync());

        await client.PostAsJsonAsync("accounts", new { loginName = "zoe2", password = People.Password }).ProblemAsync("rate_limited");
    }
}
