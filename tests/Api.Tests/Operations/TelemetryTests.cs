using System.Diagnostics;
using System.Net.Http.Json;
using Matinee.Api.Tests.Accounts;
using Matinee.Api.Tests.Hosting;
using Matinee.Azure.Telemetry;
using Matinee.Core.Catalog;
using Matinee.Core.Telemetry;
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
        using var client = await host.JoinAsync("anna");
        using var request = new HttpRequestMessage(HttpMethod.Put, "me/ratings/7") { Content = JsonContent.Create(new { stars = 4.5 }) };
        var trace = Trace(request);

        using var answer = await client.SendAsync(request);

        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await Patience.UntilAsync(
            () => Task.FromResult(recording.Activities.Any(one => one.OperationName == Signals.FeedActivity && one.Links.Any(link => link.Context.TraceId == trace))),
            "the feed's activity is linked to the request");
        var feed = recording.Activities.First(one => one.OperationName == Signals.FeedActivity && one.Links.Any(link => link.Context.TraceId == trace));
        Assert.NotEqual(trace, feed.TraceId);
        // The link leads to what the request itself did, not to its caller.
        var cause = Assert.Single(feed.Links).Context;
        var known = recording.Activities.Where(one => one.TraceId == trace).Select(one => one.SpanId).ToList();
        Assert.Contains(cause.SpanId, known);
    }

    [Fact]
    public async Task Metrics_OfRequestsListsAndFeed_AreExported()
    {
        var recording = new Recording();
        await using var host = await StartAsync(recording);
        await host.SaveAsync(new Movie { Id = 7, Title = "Heat" });
        using var client = await host.JoinAsync("anna");

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
        await host.SaveAsync(new Movie { Id = 7, Title = "Heat" });
        host.Stores.Dispose();
        using var client = host.NewClient();

        using var request = new HttpRequestMessage(HttpMethod.Get, "movies/7/reviews");
        var trace = Trace(request);

        using var answer = await client.SendAsync(request);

        Assert.True((int)answer.StatusCode >= 500, $"{answer.StatusCode}");
        await Patience.UntilAsync(
            () => Task.FromResult(recording.Activities.Any(one => one.TraceId == trace && one.Status == ActivityStatusCode.Error)),
            "the request's activity is an error");
    }

    // Tests run side by side in one process, and each listens to all of it: a trace of its own tells a test what is its own.
    static ActivityTraceId Trace(HttpRequestMessage request)
    {
        var trace = ActivityTraceId.CreateRandom();
        request.Headers.Add("traceparent", $"00-{trace.ToHexString()}-{ActivitySpanId.CreateRandom().ToHexString()}-01");
        return trace;
    }

    static Task<MatineeHost> StartAsync(Recording recording) => People.StartAsync(services =>
    {
        services.AddTelemetry(new());
        services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddProcessor(recording.Traces));
        services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddReader(recording.Metrics));
    });
}
