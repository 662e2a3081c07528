using System.Text.Json.Serialization;
using Matinee.Api.Operations;
using Matinee.Core.Insights;
using Matinee.Core.Models;
using Matinee.Engine.Boards;
using Matinee.Engine.Models;
using Matinee.Engine.Portraits;
using Matinee.Engine.Statistics;

namespace Matinee.Api.Insights;

/// <summary>What there is to know of the model in service.</summary>
/// <param name="ModelVersion">Its version.</param>
/// <param name="TrainedAt">When it was published.</param>
/// <param name="Data">What it learned from: the ratings of those who agree to that.</param>
/// <param name="Lists">What makes the lists.</param>
/// <param name="Stars">What predicts the stars.</param>
/// <param name="Why">Why it serves.</param>
/// <param name="Metrics">What was measured of it, with intervals.</param>
/// <param name="Boards">Who did how well, in short.</param>
/// <param name="Portraits">How many kinds of viewers it tells apart.</param>
public sealed record InsightsOverview(
    string ModelVersion,
    DateTimeOffset TrainedAt,
    DataAnswer Data,
    string Lists,
    string Stars,
    string Why,
    IReadOnlyDictionary<string, MetricAnswer> Metrics,
    IReadOnlyList<BoardSummary> Boards,
    int Portraits)
{
    /// <summary>The insights in short.</summary>
    public static InsightsOverview Of(LoadedModel model, ModelInsights insights) => new(
        model.Version.ToString(),
        model.Version.Published,
        DataAnswer.Of(model.Manifest.Data),
        model.Model.Lists.Kind,
        model.Model.Stars.Kind,
        insights.Why,
        model.Manifest.Metrics.ToDictionary(static metric => metric.Key, static metric => MetricAnswer.Of(metric.Value)),
        [.. model.Manifest.Boards.Select(BoardSummary.Of)],
        insights.Portraits?.Items.Count ?? 0);
}

/// <summary>A board in short.</summary>
/// <param name="Goal">What was asked.</param>
/// <param name="Metric">What the order goes by.</param>
/// <param name="Protocol">How it was measured.</param>
/// <param name="Items">The models, best first.</param>
public sealed record BoardSummary(Goal Goal, string Metric, string Protocol, IReadOnlyList<BoardPlace> Items)
{
    /// <summary>A board in short.</summary>
    public static BoardSummary Of(Board board) => new(
        board.Goal,
        board.Decisive.ToString().ToLowerInvariant(),
        board.Protocol,
        [.. board.Rows.Select(row => new BoardPlace(row.Name, row.Find(board.Decisive) is { } measure ? new(measure.Value, measure.Interval?.Low, measure.Interval?.High) : null))]);
}

/// <summary>A model on a board.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Value">What the order goes by.</param>
public sealed record BoardPlace(string Name, MetricAnswer? Value);

/// <summary>What the ratings look like that the model learned from.</summary>
/// <param name="ModelVersion">The version of the model.</param>
/// <param name="Coverage">How much is known.</param>
/// <param name="MeanStars">The mean of all ratings.</param>
/// <param name="Stars">How many ratings have half a star, one star, ... five stars.</param>
/// <param name="RatingsOfPeople">How many people have rated how many films.</param>
/// <param name="RatingsOfFilms">How many films have how many ratings.</param>
/// <param name="Timeline">When ratings came.</param>
/// <param name="Genres">How popular and how well liked genres are, over the years.</param>
public sealed record DataInsights(
    string ModelVersion,
    Coverage Coverage,
    double MeanStars,
    IReadOnlyList<int> Stars,
    IReadOnlyList<LogBin> RatingsOfPeople,
    IReadOnlyList<LogBin> RatingsOfFilms,
    Timeline Timeline,
    IReadOnlyList<GenreYear> Genres);

/// <summary>The kinds of viewers that the model tells apart.</summary>
/// <param name="ModelVersion">The version of the model.</param>
/// <param name="Items">The portraits, the largest first.</param>
/// <param name="Hidden">How many are left out, being of too few people.</param>
/// <param name="Chosen">How many there are, those that are left out among them.</param>
/// <param name="Rule">How their number is chosen.</param>
/// <param name="Curve">The elbow and silhouette curves that their number was chosen by.</param>
/// <param name="Map">Where people of each portrait lie, counted in cells of five people or more; left out where there are none.</param>
/// <param name="Privacy">Who is on the map, and why nobody can be found on it.</param>
public sealed record PortraitsInsights(
    string ModelVersion,
    IReadOnlyList<PortraitPicture> Items,
    int Hidden,
    int Chosen,
    string Rule,
    IReadOnlyList<PortraitCount> Curve,
    PortraitMap? Map,
    string Privacy);

/// <summary>What goes together in people.</summary>
/// <param name="ModelVersion">The version of the model.</param>
/// <param name="Columns">What was measured of people.</param>
/// <param name="Cells">Each pair of columns once, by their places; p-values are adjusted for the number of pairs.</param>
/// <param name="Note">How to read it.</param>
public sealed record CorrelationInsights(string ModelVersion, IReadOnlyList<string> Columns, IReadOnlyList<CorrelationCell> Cells, string Note);

/// <summary>How the models did, and what they make of films.</summary>
/// <param name="ModelVersion">The version of the model in service.</param>
/// <param name="Boards">Those that were measured, side by side.</param>
/// <param name="Contenders">Everyone who competed, and what became of each.</param>
/// <param name="Importances">How much features count.</param>
/// <param name="Exposure">How lists spread over films.</param>
/// <param name="Drift">What is different from the model before; left out for the first one.</param>
public sealed record ModelsInsights(
    string ModelVersion,
    IReadOnlyList<Board> Boards,
    IReadOnlyList<ContenderAnswer> Contenders,
    IReadOnlyList<FeatureWeight> Importances,
    ExposureInsights? Exposure,
    DriftAnswer? Drift);

/// <summary>What is different from the model before.</summary>
/// <param name="Since">The version of that model.</param>
/// <param name="Before">What that one knew.</param>
/// <param name="Metrics">What was measured of both; each on the latest ratings of its time.</param>
/// <param name="SameFilms">Which share of the films that viewers were listed they would still be.</param>
/// <param name="Portraits">The portraits found again, with the shares of people that they had and have.</param>
public sealed record DriftAnswer(
    string Since, DataAnswer Before, IReadOnlyList<MetricDrift> Metrics, double? SameFilms, IReadOnlyList<PortraitDrift> Portraits)
{
    /// <summary>As it is sent.</summary>
    public static DriftAnswer Of(ModelDrift drift) => new(drift.Since, DataAnswer.Of(drift.Before), drift.Metrics, drift.SameFilms, drift.Portraits);
}

/// <summary>The JSON of insights.</summary>
[JsonSerializable(typeof(InsightsOverview))]
[JsonSerializable(typeof(DataInsights))]
[JsonSerializable(typeof(PortraitsInsights))]
[JsonSerializable(typeof(CorrelationInsights))]
[JsonSerializable(typeof(ModelsInsights))]
public sealed partial class PublicInsightsJson : JsonSerializerContext;
