using System.Diagnostics;
using System.Diagnostics.Metrics;
using Matinee.Core.Models;
using Matinee.Core.Training.Runs;

namespace Matinee.Core.Telemetry;

/// <summary>All that Matinee tells of itself besides its log: one place for names, units and tags. Whoever listens is the host's to say.</summary>
/// <remarks>Requests are counted and timed by ASP.NET Core itself (http.server.request.duration).</remarks>
public static class Signals
{
    /// <summary>The name of the source of traces, and of the meter.</summary>
    public const string Name = "Matinee";

    /// <summary>How long a list of films took to make, in seconds; by kind.</summary>
    public const string RecommendationDuration = "matinee.recommendations.duration";

    /// <summary>How old the model in service is, in seconds; told whenever it is looked after.</summary>
    public const string ModelAge = "matinee.model.age";

    /// <summary>How long the oldest rating of a batch waited for the feed, in seconds.</summary>
    public const string FeedLag = "matinee.feed.lag";

    /// <summary>Ratings that came through the feed; by what became of them.</summary>
    public const string FeedRatings = "matinee.feed.ratings";

    /// <summary>How long a retraining took, in seconds; by outcome.</summary>
    public const string TrainingDuration = "matinee.training.duration";

    /// <summary>Retrainings; by outcome, of which one is promoted.</summary>
    public const string TrainingRuns = "matinee.training.runs";

    /// <summary>What became of a rating or a retraining.</summary>
    public const string OutcomeTag = "outcome";

    /// <summary>The kind of a list: list, rows, people.</summary>
    public const string KindTag = "kind";

    /// <summary>The outcome of ratings that can never be applied.</summary>
    public const string Parked = "parked";

    /// <summary>The outcome of ratings that were seen to.</summary>
    public const string Applied = "applied";

    /// <summary>The activity of a batch of ratings, linked to the requests that wrote them.</summary>
    public const string FeedActivity = "ratings-feed";

    static readonly ActivitySource s_source = new(Name);
    static readonly Meter s_meter = new(Name);

    static readonly Histogram<double> s_recommendations = Seconds(RecommendationDuration, "How long a list of films took to make.", [.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5]);
    static readonly Gauge<double> s_modelAge = s_meter.CreateGauge<double>(ModelAge, "s", "How old the model in service is.");
    static readonly Histogram<double> s_feedLag = Seconds(FeedLag, "How long the oldest rating of a batch waited.", [.25, .5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600]);
    static readonly Counter<long> s_feedRatings = s_meter.CreateCounter<long>(FeedRatings, "{rating}", "Ratings that came through the feed.");
    static readonly Histogram<double> s_training = Seconds(TrainingDuration, "How long a retraining took.", [1, 5, 15, 60, 300, 900, 1800, 3600]);
    static readonly Counter<long> s_runs = s_meter.CreateCounter<long>(TrainingRuns, "{run}", "Retrainings.");

    /// <summary>Begins an activity; null where nobody listens.</summary>
    public static Activity? Start(string name, IEnumerable<ActivityContext>? causes = null) =>
        s_source.StartActivity(ActivityKind.Internal, name: name, links: causes?.Select(static cause => new ActivityLink(cause)));

    /// <summary>A list begins to be made; disposing tells that it is.</summary>
    public static ListMaking MakeList(string kind) => new(kind, Start($"recommend {kind}"), s_recommendations);

    /// <summary>A batch of ratings went through the feed.</summary>
    public static void TellFed(TimeSpan? lag, int seenTo, int parked)
    {
        if (lag is { } waited) s_feedLag.Record(Math.Max(0, waited.TotalSeconds));
        if (seenTo > 0) s_feedRatings.Add(seenTo, new KeyValuePair<string, object?>(OutcomeTag, Applied));
        if (parked > 0) s_feedRatings.Add(parked, new KeyValuePair<string, object?>(OutcomeTag, Parked));
    }

    /// <summary>A retraining has ended.</summary>
    public static void TellTrained(RunRecord run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var name = run.Outcome.ToString();
        var outcome = new KeyValuePair<string, object?>(OutcomeTag, char.ToLowerInvariant(name[0]) + name[1..]);
        s_training.Record(run.Seconds ?? 0, outcome);
        s_runs.Add(1, outcome);
    }

    /// <summary>A model is in service.</summary>
    public static void TellModel(ModelVersion version, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(version);
        s_modelAge.Record(Math.Max(0, (now - version.Published).TotalSeconds));
    }

    static Histogram<double> Seconds(string name, string description, double[] steps) =>
        s_meter.CreateHistogram(name, "s", description, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = steps });
}
