using System.Net.Http.Json;
using Matinee.Api.Tests.Accounts;
using Matinee.Api.Tests.Hosting;
using Matinee.Azure.Telemetry;
using Matinee.Core.Catalog;
using Matinee.Core.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Matinee.Api.Tests.Operations;

/// <summary>What is told to whoever watches over the service, as an exporter gets it.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Rating_ThroughTheFeed_IsLinkedToTheRequestThatWroteIt()
    {
        var recording = new Recording();
        await using var host = await StartAsync(recording);
        await host.SaveAsync(new Movie { Id = 7, Title = "Heat" });
        using var client = await ViewerAsync(host);
        const string Trace = "0af7651916cd43dd8448eb211c80319c";
        using var request = new HttpRequestMessage(HttpMethod.Put, "me/ratings/7") { Content = JsonContent.Create(new { stars = 4.5 }) };
        request.Headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");

        using var answer = await client.SendAsync(request);

        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await Patience.UntilAsync(
            () => Task.FromResult(recording.Activities.Any(one => one.OperationName == Signals.FeedActivity && one.Links.Any(link => link.Context.TraceId.ToHexString() == Trace))),
            "the feed's activity is linked to the request");
        var feed = recording.Activities.First(one => one.OperationName == Signals.FeedActivity && one.Links.Any());
        Assert.NotEqual(Trace, feed.TraceId.ToHexString());
        // The link leads to what the request itself did, not to its caller.
        var cause = Assert.Single(feed.Links).Context;
        var known = recording.Activities.Where(one => one.TraceId.ToHexString() == Trace).Select(one => one.SpanId).ToList();
        Assert.Contains(cause.SpanId, known);
    }

    [Fact]
    public async Task Metrics_OfRequestsListsAndFeed_AreExported()
    {
        var recording = new Recording();
        await using var host = await StartAsync(recording);
        await host.SaveAsync(new Movie { Id = 7, Title = "Heat" });
        using var client = await ViewerAsync(host);

        (await client.GetAsync("recommendations")).EnsureSuccessStatusCode();
        (await client.PutAsJsonAsync("me/ratings/7", new { stars = 4.5 })).EnsureSuccessStatusCode();

        await Patience.UntilAsync(() => Task.FromResult(recording.Of(Signals.FeedRatings).Any(point => point.Tags == "outcome=applied" && point.Value >= 1)), "the rating is counted");
        await Patience.UntilAsync(() => Task.FromResult(recording.Of(Signals.FeedLag).Any(point => point is { Unit: "s", Count: > 0, Value: >= 0 })), "the lag is told");
        await Patience.UntilAsync(() => Task.FromResult(recording.Of(Signals.RecommendationDuration).Any(point => point is { Tags: "kind=list", Unit: "s", Value: > 0 })), "the list is timed");
        await Patience.UntilAsync(
            () => Task.FromResult(recording.Of("http.server.request.duration").Any(point =>
                point.Tags.Contains("http.route=/api/v1/recommendations", StringComparison.Ordinal) && point.Tags.Contains("http.response.status_code=200", StringComparison.Ordinal))),
            "the request is timed");
    }

    [Fact]
    public async Task Failure_OfTheService_MarksItsTrace()
    {
        var recording = new Recording();
        await using var host = await StartAsync(recording);
        host.Stores.Dispose();
        using var client = host.NewClient();

        using var answer = await client.GetAsync("movies/7/reviews");

        Assert.True((int)answer.StatusCode >= 500, $"{answer.StatusCode}");
        await Patience.UntilAsync(
            () => Task.FromResult(recording.Activities.Any(one => one.Status == System.Diagnostics.ActivityStatusCode.Error && one.StatusDescription == "internal_error")),
            "the request's activity is an error");
    }

    static Task<MatineeHost> StartAsync(Recording recording) => MatineeHost.StartAsync(services: services =>
    {
        services.AddTelemetry(new());
        services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddProcessor(recording.Traces));
        services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddReader(recording.Metrics));
    });

    static async Task<HttpClient> ViewerAsync(MatineeHost host)
    {
        using var nobody = host.NewClient();
        return host.NewClient(await People.RegisterAsync(nobody));
    }
}
