using System.Text.Json;
using Matinee.Azure.Cosmos;
using Matinee.Core.Ratings;
using Matinee.Core.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Matinee.Api.Ratings;

/// <summary>Keeps counts and popular films up with the ratings.</summary>
public sealed partial class RatingsFeedFunctions(
    RatingsFeed feed, FeedProgress progress, IEnumerable<IFiguresChanged> listeners, TimeProvider clock, ILogger<RatingsFeedFunctions> log)
{
    // As many as a trace may have by the usual limits.
    const int MaxCauses = 128;

    /// <summary>Applies what has changed in the ratings.</summary>
    /// <remarks>
    /// A batch that fails is given again for as long as it takes: without a retry policy it would be counted as done, and lost. What can
    /// never be applied is set aside by the feed itself, so that nothing stands still.
    /// </remarks>
    [Function("RatingsFeed"), FixedDelayRetry(-1, "00:00:10")]
    public async Task Run(
        [CosmosDBTrigger(
            "%COSMOS_DATABASE%",
            "ratings",
            Connection = "COSMOS_CONNECTION",
            LeaseContainerName = "leases",
            LeaseContainerPrefix = "ratings-feed",
            MaxItemsPerInvocation = 200,
            StartFromBeginning = true)]
        IReadOnlyList<JsonElement> documents,
        CancellationToken cancellation)
    {
        var changes = RatingChanges.Read(documents);
        // A batch has many causes, so it is no part of any one of their traces, but linked to them.
        using var activity = Signals.Start(Signals.FeedActivity, TraceParent.Read(changes.Select(static change => change.Cause), MaxCauses));
        var outcome = await progress.WatchAsync(documents, () => feed.ApplyAsync(changes, cancellation));
        Signals.TellFed(clock.GetUtcNow() - changes.Min(static change => change.Stored), documents.Count - outcome.Parked, outcome.Parked);
        Applied(documents.Count, outcome.Movies, outcome.Applied);
        if (outcome.Parked > 0) Parked(outcome.Parked);
        foreach (var listener in listeners) listener.Poke();
    }

    [LoggerMessage(LogLevel.Information, "{Documents} changed ratings of {Movies} films: {Applied} counted")]
    partial void Applied(int documents, int movies, int applied);

    [LoggerMessage(LogLevel.Warning, "{Parked} documents of the ratings can't be applied and were set aside: see the container 'poison'")]
    partial void Parked(int parked);
}
