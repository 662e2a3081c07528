using Matinee.Core.Models;
using Matinee.Core.Operations;
using Matinee.Core.Training.Runs;
using Matinee.Engine.Models;

namespace Matinee.Api.Operations;

/// <summary>All models and what is known of them.</summary>
public sealed record ModelsAnswer(
    string? Current,
    IReadOnlyList<VersionAnswer> Versions,
    IReadOnlyList<PromotionAnswer> History,
    RunningAnswer? Running,
    IReadOnlyList<RunAnswer> Runs)
{
    /// <summary>As the operator sees it.</summary>
    public static ModelsAnswer Of(ModelOverview overview) => new(
        overview.Current.Version?.ToString(),
        [.. overview.Versions.Select(manifest => VersionAnswer.Of(manifest, overview.Current))],
        [.. overview.Current.History.Select(PromotionAnswer.Of)],
        overview.Running is { } running ? new(running.RunId, running.Stage, running.Fraction, running.Renewed) : null,
        [.. overview.Runs.Select(RunAnswer.Of)]);
}

/// <summary>One version.</summary>
public sealed record VersionAnswer(
    string Version,
    DateTimeOffset PublishedAt,
    bool IsInService,
    long Bytes,
    string? Lists,
    string? Stars,
    IReadOnlyDictionary<string, MetricAnswer> Metrics,
    DataAnswer Data,
    string Seed,
    string GitCommit)
{
    /// <summary>As the operator sees it.</summary>
    public static VersionAnswer Of(ModelManifest manifest, CurrentModel current) => new(
        manifest.Version!.ToString(),
        manifest.Version.Published,
        manifest.Version == current.Version,
        manifest.Bytes,
        (string?)manifest.Parameters["lists"]?["name"],
        (string?)manifest.Parameters["stars"]?["name"],
        manifest.Metrics.ToDictionary(static metric => metric.Key, static metric => MetricAnswer.Of(metric.Value)),
        DataAnswer.Of(manifest.Data),
        manifest.Seed.ToString(),
        manifest.GitCommit);
}

/// <summary>A measured value with the interval that it would lie in had others been asked.</summary>
public sealed record MetricAnswer(double Value, double? Low, double? High)
{
    /// <summary>As the operator sees it.</summary>
    public static MetricAnswer Of(ModelMetric metric) => new(metric.Value, metric.Low, metric.High);
}

/// <summary>What a model knows.</summary>
public sealed record DataAnswer(DateTimeOffset TakenAt, long Ratings, int Users, int Movies)
{
    /// <summary>As the operator sees it.</summary>
    public static DataAnswer Of(DataWatermark data) => new(data.Taken, data.Ratings, data.Users, data.Movies);
}

/// <summary>A version that was put into service.</summary>
public sealed record PromotionAnswer(string Version, DateTimeOffset PromotedAt, DateTimeOffset? RolledBackAt)
{
    /// <summary>As the operator sees it.</summary>
    public static PromotionAnswer Of(Promotion promotion) => new(promotion.Version.ToString(), promotion.Promoted, promotion.RolledBack);
}

/// <summary>A retraining that goes on.</summary>
public sealed record RunningAnswer(string Run, string Stage, double Fraction, DateTimeOffset SeenAt);

/// <summary>A retraining.</summary>
public sealed record RunAnswer(
    string Id,
    RunOutcome Outcome,
    string? Why,
    bool IsForced,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    double? Seconds,
    string? Version,
    DataAnswer? Data,
    IReadOnlyList<ContenderAnswer> Contenders)
{
    /// <summary>As the operator sees it.</summary>
    public static RunAnswer Of(RunRecord run) => new(
        run.Id, run.Outcome, run.Why, run.IsForced, run.Started, run.Ended, run.Seconds, run.Version?.ToString(),
        run.Data is { } data ? DataAnswer.Of(data) : null, [.. run.Contenders.Select(ContenderAnswer.Of)]);
}

/// <summary>How one way to train did.</summary>
public sealed record ContenderAnswer(string Name, Goal Goal, string Metric, MetricAnswer? Value, MetricAnswer? Difference, double Seconds, string Verdict)
{
    /// <summary>As the operator sees it.</summary>
    public static ContenderAnswer Of(Contender contender) => new(
        contender.Name, contender.Goal, contender.Metric, contender.Value is { } value ? MetricAnswer.Of(value) : null,
        contender.Difference is { } difference ? MetricAnswer.Of(difference) : null, contender.Seconds, contender.Verdict);
}
