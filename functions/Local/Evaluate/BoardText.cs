using System.Globalization;
using Matinee.Engine.Boards;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Models;
using Matinee.Local.Commands;

namespace Matinee.Local.Evaluate;

/// <summary>A board as people read it.</summary>
static class BoardText
{
    const double Microseconds = 1000;

    static readonly (Metric Metric, string Name)[] s_ofLists =
    [
        (Metric.Recall, "recall"), (Metric.ReciprocalRank, "MRR"), (Metric.Coverage, "coverage"), (Metric.ExposureGini, "Gini"), (Metric.Novelty, "novelty"),
        (Metric.IntraListSimilarity, "alike"),
    ];

    static readonly (Metric Metric, string Name)[] s_ofStars = [(Metric.Mae, "MAE")];

    static readonly (Segment Segment, string Name)[] s_segments =
    [
        (Segment.NewUsers, "new people"), (Segment.RegularUsers, "regular"), (Segment.HeavyUsers, "heavy"), (Segment.PopularItems, "popular films"),
        (Segment.LongTailItems, "long tail"),
    ];

    public static async Task WriteAsync(TextWriter output, Board board)
    {
        var isLists = board.Goal == Goal.Lists;
        var others = isLists ? s_ofLists : s_ofStars;
        await output.WriteLineAsync(isLists ? "Lists: whose films come first, best lists first" : "Stars: who predicts ratings, least error first");
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{board.Protocol}; {board.TrainingRatings:N0} ratings to learn from, {board.TestRatings:N0} of {board.TestUsers:N0} people to answer; seed {board.Seed}"));
        var table = new TextTable(1, ["model", isLists ? "nDCG" : "RMSE", "95% interval", .. others.Select(one => one.Name), "train s", "size", "score ms"]);
        var segments = new TextTable(1, [isLists ? "nDCG of" : "RMSE of", .. s_segments.Select(static one => one.Name)]);
        foreach (var row in board.Rows)
        {
            var decisive = row.Find(board.Decisive);
            table.Add(
            [
                row.Name, Figures.Of(decisive?.Value), decisive?.Interval is { } interval ? Figures.Interval(interval.Low, interval.High) : "",
                .. others.Select(one => Figures.Of(row.Find(one.Metric)?.Value)),
                row.TrainingSeconds.ToString("0.00", CultureInfo.InvariantCulture), Figures.Bytes(row.ModelBytes),
                (row.ScoringMicroseconds / Microseconds).ToString("0.00", CultureInfo.InvariantCulture),
            ]);
            segments.Add([row.Name, .. s_segments.Select(one => Figures.Of(row.Find(board.Decisive, one.Segment)?.Value))]);
        }

        await table.WriteAsync(output);
        await output.WriteLineAsync();
        await segments.WriteAsync(output);
        await output.WriteLineAsync();
    }
}
