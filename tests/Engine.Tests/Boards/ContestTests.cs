using System.Text.Json;
using Matinee.Engine.Boards;
using Matinee.Engine.Content;
using Matinee.Engine.Ease;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Factorization;
using Matinee.Engine.Models;
using Matinee.Engine.Popularity;
using Matinee.Engine.Ratings;
using Matinee.Engine.Tests.Content;

namespace Matinee.Engine.Tests.Boards;

public sealed class ContestTests
{
    static readonly Interactions s_ratings = TasteRatings.Make();
    static readonly Split s_split = Splits.RandomByUser(s_ratings, 0.2, 1);
    static readonly Lazy<BoardResult> s_lists = new(() => Contest().Lists([new("ease", Ease, "regularization 20")], new()));
    static readonly Lazy<BoardResult> s_stars = new(() => Contest().Stars([new("factors", new FactorizationTrainer(new() { Factors = 4 }))], new()));

    static EaseTrainer Ease => new(new() { Regularization = 20 });

    [Fact]
    public void Lists_Rows_AreSortedAndBaselinesAreAmongThem()
    {
        var board = s_lists.Value.Board;

        Assert.Equal(["ease", "popularity", "random"], board.Rows.Select(row => row.Name));
        var values = board.Rows.Select(row => row.Find(Metric.Ndcg)!.Value).ToList();
        Assert.Equal(values.OrderDescending(), values);
        Assert.Equal("regularization 20", board.Rows[0].Parameters);
        Assert.Equal((s_split.Training.Count, s_split.Test.Count), (board.TrainingRatings, board.TestRatings));
        Assert.Contains("the method", board.Protocol, StringComparison.Ordinal);
    }

    [Fact]
    public void Stars_Rows_AreSortedAndTheBaselineIsAmongThem()
    {
        var board = s_stars.Value.Board;

        Assert.Equal(2, board.Rows.Count);
        Assert.Contains(board.Rows, row => row.Name == "baseline");
        var values = board.Rows.Select(row => row.Find(Metric.Rmse)!.Value).ToList();
        Assert.Equal(values.Order(), values);
        Assert.All(board.Rows, row => Assert.NotNull(row.Find(Metric.Mae)!.Interval));
    }

    [Fact]
    public void Lists_Numbers_AreThoseOfTheEvaluation()
    {
        var candidates = s_split.Training.Items;
        var expected = ListEvaluation.Run(Ease.Fit(s_split.Training, new()), s_split, new() { Candidates = candidates }, new());

        var row = s_lists.Value.Board.Rows[0];

        Assert.Equal(expected.Measures, row.Measures);
        foreach (var metric in (Metric[])[Metric.Ndcg, Metric.Recall, Metric.ReciprocalRank, Metric.Coverage, Metric.ExposureGini, Metric.Novelty, Metric.IntraListSimilarity])
            Assert.NotNull(row.Find(metric));
        Assert.NotNull(row.Find(Metric.Ndcg)!.Interval);
        Assert.Contains(row.Measures, measure => measure.Segment == Segment.NewUsers);
        Assert.Contains(row.Measures, measure => measure.Segment == Segment.LongTailItems);
    }

    [Fact]
    public void Lists_MoreFilms_AreCandidatesForAll()
    {
        var facts = InventedFacts.Of(s_ratings).Films.Append(InventedFacts.OfFilm(9_000, 3)).Append(InventedFacts.OfFilm(9_001, 4));
        var options = new BoardOptions { MoreFilms = IdMap.From([9_000, 9_001]) };

        var board = new Contest(s_split, "", options, TimeProvider.System).Lists([new("content", new ContentTrainer(new(facts)))], new()).Board;

        var films = s_split.Training.Items.Count + 2;
        Assert.Contains($" {films} films", board.Protocol, StringComparison.Ordinal);
        foreach (var row in board.Rows)
        {
            // A share of all candidates, also of those that this model does not know.
            var listed = row.Find(Metric.Coverage)!.Value * films;
            Assert.Equal(Math.Round(listed), listed, 1e-9);
        }
    }

    [Fact]
    public void Lists_Costs_AreMeasured()
    {
        var clock = new SteppingClock(TimeSpan.FromSeconds(2));
        var board = new Contest(s_split, "", new() { TimedViewers = 4 }, clock).Lists([new("ease", Ease)], new()).Board;

        // The clock moves on by two seconds each time it is read: training is two readings apart, as is the scoring of four viewers.
        Assert.All(board.Rows, row => Assert.Equal((2, 500_000), (row.TrainingSeconds, row.ScoringMicroseconds)));
        using var stream = new MemoryStream();
        ModelReader.Write(Ease.Fit(s_split.Training, new()), stream);
        Assert.Equal(stream.Length, board.Rows.Single(row => row.Name == "ease").ModelBytes);
    }

    [Fact]
    public void ToJson_Board_ComesBackTheSame()
    {
        foreach (var board in (Board[])[s_lists.Value.Board, s_stars.Value.Board])
        {
            var read = Board.FromJson(board.ToJson());

            Assert.Equal(board with { Rows = [] }, read with { Rows = [] });
            Assert.Equal(board.Rows.Select(row => row with { Measures = [] }), read.Rows.Select(row => row with { Measures = [] }));
            Assert.Equal(board.Rows.SelectMany(row => row.Measures), read.Rows.SelectMany(row => row.Measures));
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"goal\":\"Lists\"}")]
    [InlineData("[1,2]")]
    public void FromJson_NoBoard_IsRefused(string json) => Assert.Throws<JsonException>(() => Board.FromJson(json));

    [Fact]
    public void Lists_StarModel_IsRefusedByName()
    {
        var error = Assert.Throws<ArgumentException>(() => Contest().Lists([new("stars", new FactorizationTrainer(new() { Factors = 2 }))], new()));

        Assert.Contains("'stars'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_OneNameTwice_IsRefused() => Assert.Throws<ArgumentException>(() =>
        Contest().Lists([new("a", new PopularityTrainer()), new("a", new PopularityTrainer())], new()));

    static Contest Contest() => new(s_split, "the method", new(), TimeProvider.System);
}
