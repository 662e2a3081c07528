using System.Net;
using System.Net.Http.Json;
using Matinee.Api.Tests.Accounts;
using Matinee.Api.Tests.Hosting;
using Matinee.Core.Catalog;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Matinee.Api.Tests.Security;

/// <summary>The watch that all hosts of the tests are under finds what it is to find.</summary>
public sealed class LogWatchTests
{
    const string Device = "somebody's own telephone";
    const string Text = "Nobody else has words like these.";

    static string? s_token;

    public static TheoryData<string, string> Leaks => new()
    {
        { "planted", People.Password },
        { "device", Device },
        { "text", Text },
        { "a token", "" },
    };

    [Theory]
    [MemberData(nameof(Leaks))]
    public async Task Dispose_HostThatLoggedASecret_FailsAndSaysWhich(string what, string secret)
    {
        var host = await StartAsync();
        var log = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("careless");
        log.Log(LogLevel.Debug, default, secret.Length > 0 ? secret : s_token!, null, static (text, _) => $"Somebody said: {text}, and left.");
        var error = await Assert.ThrowsAsync<LeakException>(() => host.DisposeAsync().AsTask());
        Assert.StartsWith($"A log holds {what}: careless: Somebody said", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispose_HostWhoseFailureTellsASecret_Fails()
    {
        var host = await StartAsync();
        var log = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("careless");
        log.Log(LogLevel.Error, default, "", new InvalidOperationException($"'{Text}' is too good."), static (_, _) => "It failed.");
        await Assert.ThrowsAsync<LeakException>(() => host.DisposeAsync().AsTask());
    }

    [Fact]
    public async Task Dispose_HostThatLoggedAllElse_DoesNotFail()
    {
        var host = await StartAsync();
        host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("careful").Log(LogLevel.Information, default, "", null, static (_, _) => "Film 7 was reviewed.");
        await host.DisposeAsync();
    }

    static async Task<MatineeHost> StartAsync()
    {
        var host = await People.StartAsync();
        await host.SaveAsync(new Movie { Id = 7, Title = "Heat" });
        using var stranger = host.NewClient();
        var joined = await stranger.PostAsJsonAsync("accounts", new { loginName = "zoe", password = People.Password, device = Device }).JsonAsync(HttpStatusCode.Created);
        s_token = (string)joined["token"]!;
        using var zoe = host.NewClient(s_token);
        await zoe.PutAsJsonAsync("me/ratings/7", new { stars = 4 }).JsonAsync(HttpStatusCode.Created);
        await zoe.PutAsJsonAsync("me/ratings/7/review", new { text = Text }).JsonAsync();
        return host;
    }
}
