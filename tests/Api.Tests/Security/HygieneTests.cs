using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Matinee.Api.Tests.Accounts;
using Matinee.Api.Tests.Hosting;
using Matinee.Azure.Telemetry;
using Matinee.Core.Catalog;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Matinee.Api.Tests.Security;

/// <summary>What a person does from the first to the last day, also wrongly and while the store is away: none of their secrets is in what the operator reads.</summary>
public sealed class HygieneTests
{
    const string Login = "zoe.inperson@example.org";
    const string Right = "first quite secret words";
    const string Wrong = "wrong yet secret words";
    const string Next = "second quite secret words";
    const string Review = "A review in secret words.";
    const string Name = "Zoë of the secret words";

    [Fact]
    public async Task LogsAndTraces_OfAWholeLife_HoldNoSecret()
    {
        var (log, recording) = (new CapturedLog(), new Recording());
        await using var host = await People.StartAsync(services =>
        {
            log.AddTo(services);
            services.AddTelemetry(new());
            services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddProcessor(recording.Traces));
            services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddReader(recording.Metrics));
        });
        await host.SaveAsync(new Movie { Id = 7, Title = "Heat" });
        var secrets = new List<string> { Login, Right, Wrong, Next, Review, Name, "Zo\\u00EB of", MatineeHost.OperatorKey };
        using var stranger = host.NewClient();

        await stranger.PostAsJsonAsync("accounts", new { loginName = $"{Login} {Name}", password = Right }).ProblemAsync("invalid_value");
        await stranger.PostAsync("accounts", new StringContent($$"""{"loginName":"{{Login}}","password":"{{Right}}",}""", Encoding.UTF8, "application/json")).ProblemAsync("invalid_json");
        var joined = await stranger.PostAsJsonAsync("accounts", new { loginName = Login, password = Right, device = "laptop" }).JsonAsync(HttpStatusCode.Created);
        secrets.Add((string)joined["token"]!);
        await People.TryAsync(stranger, Login, Wrong).ProblemAsync("wrong_credentials");
        await People.TryAsync(stranger, $"not.{Login}", Wrong).ProblemAsync("wrong_credentials");
        using var zoe = host.NewClient((string)joined["token"]!);
        await zoe.PutAsJsonAsync("me/profile", new { name = Name }).JsonAsync();
        await zoe.PutAsJsonAsync("me/ratings/7", new { stars = 4 }).JsonAsync(HttpStatusCode.Created);
        await zoe.PutAsJsonAsync("me/ratings/7/review", new { text = Review }).JsonAsync();
        await stranger.GetAsync("movies/7/reviews").JsonAsync();
        await zoe.GetAsync("recommendations").JsonAsync();
        (await zoe.GetAsync("me/export")).EnsureSuccessStatusCode();
        using var byOwnHeader = host.NewClient();
        byOwnHeader.DefaultRequestHeaders.Add("X-Matinee-Authorization", $"Bearer {(string)joined["token"]!}");
        await byOwnHeader.GetAsync("me").JsonAsync();
        await stranger.GetAsync($"operations/models?code={Uri.EscapeDataString(MatineeHost.OperatorKey)}").JsonAsync();
        var changed = await zoe.PutAsJsonAsync("me/password", new { oldPassword = Right, newPassword = Next }).JsonAsync();
        secrets.Add((string)changed["token"]!);
        using var again = host.NewClient((string)changed["token"]!);
        await again.DeleteAsync("me").JsonAsync();
        var other = await stranger.PostAsJsonAsync("accounts", new { loginName = Login, password = Next }).JsonAsync(HttpStatusCode.Created);
        secrets.Add((string)other["token"]!);
        using var late = host.NewClient((string)other["token"]!);
        host.Stores.Dispose();
        foreach (var asking in (Task<HttpResponseMessage>[])[late.PutAsJsonAsync("me/ratings/7", new { stars = 4 }), People.TryAsync(stranger, Login, Next)])
        {
            using var answer = await asking;
            Assert.True((int)answer.StatusCode >= 500, $"{answer.StatusCode}");
            Assert.DoesNotContain("   at ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        // What is looked through must be there: failures with all there is of them, and the requests.
        Assert.Contains(log.Texts, static text => text.Contains("A request failed", StringComparison.Ordinal) && text.Contains("CosmosDiagnostics", StringComparison.Ordinal));
        Assert.Contains(recording.Activities, static one => Told(one).Contains("/me/ratings/", StringComparison.Ordinal));
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(log.Texts, text => text.Contains(secret, StringComparison.Ordinal));
            Assert.DoesNotContain(recording.Activities.Select(Told), text => text.Contains(secret, StringComparison.Ordinal) || text.Contains(Uri.EscapeDataString(secret), StringComparison.Ordinal));
            Assert.DoesNotContain(recording.Of("http.server.request.duration"), point => point.Tags.Contains(secret, StringComparison.Ordinal));
        }
    }

    static string Told(Activity activity)
    {
        var text = new StringBuilder($"{activity.DisplayName} {activity.StatusDescription}");
        foreach (var (name, value) in activity.TagObjects.Concat(activity.Events.SelectMany(static one => one.Tags))) text.Append(' ').Append(name).Append('=').Append(value);
        foreach (var (name, value) in activity.Baggage) text.Append(' ').Append(name).Append('=').Append(value);
        return text.ToString();
    }
}
