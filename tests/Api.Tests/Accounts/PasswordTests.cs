using System.Net;
using System.Net.Http.Json;
using Matinee.Api.Tests.Hosting;
using Matinee.Core.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Accounts;

public sealed class PasswordTests
{
    const string Other = "four other unrelated words";

    [Fact]
    public async Task ChangePassword_Right_EndsAllSessionsAndGivesANewOne()
    {
        await using var host = await People.StartAsync();
        using var laptop = await host.JoinAsync("zoe");
        using var phone = await host.SignInAsync("zoe");

        var signedIn = await laptop.PutAsJsonAsync("me/password", new { oldPassword = People.Password, newPassword = Other }).JsonAsync();

        await laptop.GetAsync("me").ProblemAsync("unauthenticated");
        await phone.GetAsync("me").ProblemAsync("unauthenticated");
        using var again = host.NewClient((string)signedIn["token"]!);
        Assert.Equal("laptop", (await again.GetAsync("me/sessions").JsonAsync()).Each(one => (string)one["device"]!).Single());
        using var stranger = host.NewClient();
        await People.TryAsync(stranger, "zoe", People.Password).ProblemAsync("wrong_credentials");
        using var elsewhere = await host.SignInAsync("zoe", password: Other);
    }

    [Theory]
    [InlineData("not the password", Other, "wrong_credentials")]
    [InlineData(People.Password, "12345678", "invalid_value")]
    [InlineData(People.Password, "short", "invalid_value")]
    public async Task ChangePassword_NotAllowed_ChangesNothing(string old, string next, string code)
    {
        await using var host = await People.StartAsync();
        using var zoe = await host.JoinAsync("zoe");

        await zoe.PutAsJsonAsync("me/password", new { oldPassword = old, newPassword = next }).ProblemAsync(code);

        Assert.Equal(HttpStatusCode.OK, await zoe.GetAsync("me").StatusAsync());
        using var phone = await host.SignInAsync("zoe");
    }

    [Fact]
    public async Task SignIn_TooManyWrongPasswords_MustWaitWhileDevicesGoOn()
    {
        await using var host = await People.StartAsync();
        using var zoe = await host.JoinAsync("zoe");
        using var yan = await host.JoinAsync("yan");
        using var stranger = host.NewClient();
        for (var i = 0; i < 10; i++) await People.TryAsync(stranger, "zoe", $"guess number {i}").ProblemAsync("wrong_credentials");

        using var refused = await People.TryAsync(stranger, "ZOE", People.Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(90), refused.Headers.RetryAfter!.Delta);
        Assert.Equal(HttpStatusCode.OK, await zoe.GetAsync("me").StatusAsync());
        using var others = await host.SignInAsync("yan");
        host.Clock.Advance(TimeSpan.FromSeconds(90));
        using var phone = await host.SignInAsync("zoe");
    }

    [Fact]
    public async Task SignIn_ManyNamesFromOneAddress_MustWait()
    {
        await using var host = await People.StartAsync(services => services.AddSingleton(new SignInLimits { PerAddress = 5 }));
        using var zoe = await host.JoinAsync("zoe");
        using var stranger = host.NewClient();
        for (var i = 0; i < 5; i++) await People.TryAsync(stranger, $"name{i}", People.Password).ProblemAsync("wrong_credentials");

        await People.TryAsync(stranger, "zoe", People.Password).ProblemAsync("rate_limited");
    }

    [Fact]
    public async Task SignIn_RightManyTimes_IsNeverTooOften()
    {
        await using var host = await People.StartAsync(services => services.AddSingleton(new SignInLimits { PerAddress = 3, PerNameAndAddress = 3 }));
        using var zoe = await host.JoinAsync("zoe");

        for (var i = 0; i < 8; i++)
        {
            using var phone = await host.SignInAsync("zoe");
        }
    }

    [Fact]
    public async Task SignIn_HashOfALowerCost_IsMadeAnew()
    {
        var today = new PasswordOptions { Iterations = 2 * PasswordOptions.MinIterations };
        await using var host = await People.StartAsync(services => services.AddSingleton(today));
        using var zoe = await host.JoinAsync("zoe");
        var id = (string)(await zoe.GetAsync("me").JsonAsync())["id"]!;
        using var cheap = new Passwords(new() { Iterations = PasswordOptions.MinIterations });
        using var dear = new Passwords(today);
        var (user, etag) = (await host.Stores.Users.FindAsync(id))!;
        await host.Stores.Users.SaveAsync(user with { PasswordHash = await cheap.HashAsync(People.Password) }, etag);

        using var phone = await host.SignInAsync("zoe");

        Assert.Equal(PasswordVerdict.Right, await dear.CheckAsync((await host.Stores.Users.FindAsync(id))!.Value, People.Password));
        using var tablet = await host.SignInAsync("zoe");
        Assert.Equal(HttpStatusCode.OK, await zoe.GetAsync("me").StatusAsync());
    }
}
