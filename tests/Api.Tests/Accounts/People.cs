using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Matinee.Api.Tests.Hosting;
using Matinee.Core.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Accounts;

/// <summary>Hosts with people in them.</summary>
static class People
{
    public const string Password = "three unrelated words";

    /// <summary>A host whose passwords are hashed fast, so that tests are.</summary>
    public static Task<MatineeHost> StartAsync(Action<IServiceCollection>? services = null) => MatineeHost.StartAsync(services: all =>
    {
        all.AddSingleton(new PasswordOptions { Iterations = PasswordOptions.MinIterations });
        services?.Invoke(all);
    });

    /// <summary>Makes an account; the client is signed in to it.</summary>
    public static async Task<HttpClient> JoinAsync(this MatineeHost host, string name)
    {
        using var stranger = host.NewClient();
        var signedIn = await stranger.PostAsJsonAsync("accounts", new { loginName = name, password = Password, device = "laptop" }).JsonAsync(HttpStatusCode.Created);
        return host.NewClient((string)signedIn["token"]!);
    }

    /// <summary>Signs in on one more device.</summary>
    public static async Task<HttpClient> SignInAsync(this MatineeHost host, string name, string device = "phone", string password = Password)
    {
        using var stranger = host.NewClient();
        return host.NewClient((string)(await TryAsync(stranger, name, password, device).JsonAsync(HttpStatusCode.Created))["token"]!);
    }

    public static Task<HttpResponseMessage> TryAsync(HttpClient client, string name, string password, string device = "phone") =>
        client.PostAsJsonAsync("sessions", new { loginName = name, password, device });

    public static async Task<HttpStatusCode> StatusAsync(this Task<HttpResponseMessage> asking)
    {
        using var response = await asking;
        return response.StatusCode;
    }

    /// <summary>The texts at one place of each item of a list.</summary>
    public static IEnumerable<T> Each<T>(this JsonNode list, Func<JsonNode, T> of) => list["items"]!.AsArray().Select(item => of(item!));
}
