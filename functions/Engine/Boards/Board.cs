using System.Text.Json;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Models;

namespace Matinee.Engine.Boards;

/// <summary>Models side by side, best first: trained on the same ratings, asked the same questions.</summary>
/// <param name="Goal">What was asked: stars, or lists.</param>
/// <param name="Decisive">What the order goes by.</param>
/// <param name="Protocol">How it was measured, for people.</param>
/// <param name="Fingerprint">Of the split and of what changes the meaning of a number: only boards with equal ones can be compared.</param>
/// <param name="Seed">What everything random was drawn from.</param>
/// <param name="TrainingRatings">How many ratings the models learned from.</param>
/// <param name="TestRatings">How many they were asked about.</param>
/// <param name="TestUsers">Of how many people.</param>
/// <param name="Rows">The models, best first.</param>
public sealed record Board(
    Goal Goal,
    Metric Decisive,
    string Protocol,
    string Fingerprint,
    ulong Seed,
    int TrainingRatings,
    int TestRatings,
    int TestUsers,
    IReadOnlyList<BoardRow> Rows)
{
    /// <summary>The board as JSON; <see cref="FromJson"/> reads it again.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, BoardJson.Default.Board);

    /// <summary>Reads a board.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static Board FromJson(string json) =>
        JsonSerializer.Deserialize(json, BoardJson.Default.Board) ?? throw new JsonException("The document is empty: it holds no board.");
}

/// <summary>What one model has shown.</summary>
/// <param name="Name">What it is called among the others.</param>
/// <param name="Kind">The kind of model.</param>
/// <param name="Parameters">How its trainer was set, for people; empty for the defaults.</param>
/// <param name="Measures">Everything measured, by metric and segment, with intervals.</param>
/// <param name="TrainingSeconds">How long training took.</param>
/// <param name="ModelBytes">How large its file is.</param>
/// <param name="ScoringMicroseconds">From one viewer's ratings to the scores of all films, on one thread; the mean over viewers.</param>
public sealed record BoardRow(
    string Name,
    string Kind,
    string Parameters,
    IReadOnlyList<Measure> Measures,
    double TrainingSeconds,
    long ModelBytes,
    double ScoringMicroseconds)
{
    /// <summary>One measure, or null where there is none.</summary>
    public Measure? Find(Metric metric, Segment segment = Segment.All) =>
        Measures.FirstOrDefault(measure => measure.Metric == metric && measure.Segment == segment);
}
