using Matinee.Engine.Evaluation;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Tests.Evaluation;

public sealed class ListEvaluationTests
{
    [Fact]
    public void Run_ThreeUsers_EqualsHandWorkedValues()
    {
        // Films 10 20 30 40, always scored 4 3 2 1; k = 2. Training: user 1 rated 10; user 2 rated 20 and 30; user 3 nothing.
        var split = Split.From(
            [new(1, 10, 4, 0), new(2, 20, 4, 0), new(2, 30, 2, 0), new(5, 40, 2, 0)],
            [new(1, 30, 5, 0), new(1, 77, 3, 0), new(2, 40, 1, 0), new(3, 40, 4, 0)]);
        var model = Scoring(split, 4, 3, 2, 1);

        var result = ListEvaluation.Run(model, split, new() { K = 2, Segments = new() { NewUpTo = 0, HeavyFrom = 2 } }, new());

        // User 1 sees 20, 30: hit at place 2 of two relevant, one of them (77) known to nobody.
        //   nDCG = 0.630930 / 1.630930 = 0.386853, precision 1/2, recall 1/2, AP = (1/2) / 2 = 0.25, reciprocal rank 1/2
        // User 2 sees 10, 40: hit at place 2 of one: nDCG = 0.630930, precision 1/2, recall 1, AP 1/2, reciprocal rank 1/2
        // User 3 sees 10, 20: nothing.
        Assert.Equal((0.386853 + 0.630930) / 3, result[Metric.Ndcg].Value, 1e-6);
        Assert.Equal(1.0 / 3, result[Metric.Precision].Value, 1e-6);
        Assert.Equal(0.5, result[Metric.Recall].Value, 1e-6);
        Assert.Equal(0.25, result[Metric.AveragePrecision].Value, 1e-6);
        Assert.Equal(1.0 / 3, result[Metric.ReciprocalRank].Value, 1e-6);
        Assert.Equal(2.0 / 3, result[Metric.HitRate].Value, 1e-6);

        // Listed: 10 twice, 20 twice, 30 once, 40 once; Gini = (-3*1 - 1*1 + 1*2 + 3*2) / (4 * 6) = 4/24.
        Assert.Equal(1, result[Metric.Coverage].Value, 1e-6);
        Assert.Equal(4.0 / 24, result[Metric.ExposureGini].Value, 1e-6);

        // Each film has one of three raters: -log2(1/3). Only 20 and 30 share a rater: user 1's list has cosine 1, the others 0.
        Assert.Equal(Math.Log2(3), result[Metric.Novelty].Value, 1e-6);
        Assert.Equal(1.0 / 3, result[Metric.IntraListSimilarity].Value, 1e-6);

        Assert.Equal(0, result[Metric.Ndcg, Segment.NewUsers].Value); // user 3
        Assert.Equal(0.386853, result[Metric.Ndcg, Segment.RegularUsers].Value, 1e-6); // user 1
        Assert.Equal(0.630930, result[Metric.Ndcg, Segment.HeavyUsers].Value, 1e-6); // user 2
        Assert.Equal([new(1, 0.5), new(2, 1), new(3, 0)], result.OfUsers(Metric.Recall));
    }

    [Theory]
    [InlineData(0.5f, 1)]
    [InlineData(4f, 8)]
    public void Run_ManyUsers_EqualsANaiveEvaluation(float relevantFrom, int threads)
    {
        var all = RandomRatings.Make(80, 120, 2500, 11);
        var latest = Splits.Latest(all, 0.3);
        var split = Split.From(latest.Training.All().Where(rating => rating.User % 12 > 0), latest.Test.All());
        var films = split.Training.Items.Count;
        var model = new RuleModel(split.Training.Items, Goal.Lists, own =>
            [.. Enumerable.Range(0, films).Select(item => (own.Sum(rating => rating.Item * rating.Stars) * 31 + item * item * 17) % 97)]);
        var naive = new NaiveLists(model, split, 7, relevantFrom);

        var result = ListEvaluation.Run(
            model, split, new() { K = 7, RelevantFrom = relevantFrom, Segments = new() { HeadShare = 0.4 } }, new() { Threads = threads });

        var users = naive.Users.ToList();
        Assert.Contains(users, user => split.Training.Users.IndexOf(user) < 0); // newcomers are in it
        Assert.Equal(users.Select(user => naive.Ndcg(user, _ => true)).Average(), result[Metric.Ndcg].Value, 1e-9);
        Assert.Equal(users.Select(user => naive.Recall(user, _ => true)).Average(), result[Metric.Recall].Value, 1e-9);
        Assert.Equal(users.Select(naive.Similarity).Average(), result[Metric.IntraListSimilarity].Value, 1e-9);
        var listed = users.SelectMany(naive.List).ToList();
        Assert.Equal(listed.Average(naive.SelfInformation), result[Metric.Novelty].Value, 1e-9);
        Assert.Equal((double)listed.Distinct().Count() / films, result[Metric.Coverage].Value, 1e-9);

        var head = naive.Head(0.4);
        (Segment, Func<int, bool>)[] segments = [(Segment.PopularItems, head.Contains), (Segment.LongTailItems, film => !head.Contains(film))];
        foreach (var (segment, counts) in segments)
        {
            var some = users.Where(user => naive.Relevant(user, counts).Count > 0).ToList();
            Assert.Equal(some.Count, result[Metric.Ndcg, segment].Users);
            Assert.Equal(some.Average(user => naive.Ndcg(user, counts)), result[Metric.Ndcg, segment].Value, 1e-9);
            Assert.Equal(some.Average(user => naive.Recall(user, counts)), result[Metric.Recall, segment].Value, 1e-9);
        }
    }

    [Fact]
    public void Run_RelevantFromFour_LeavesOutUsersWithoutLikedFilms()
    {
        var split = Split.From(
            [new(1, 10, 4, 0), new(1, 20, 4, 0), new(1, 30, 4, 0)],
            [new(2, 10, 4, 0), new(2, 20, 3.5f, 0), new(3, 10, 1, 0)]);

        var result = ListEvaluation.Run(Scoring(split, 1, 2, 3), split, new() { K = 3, RelevantFrom = 4 }, new());

        Assert.Equal([2], result.OfUsers(Metric.Recall).Select(value => value.User));
        Assert.Equal(1.0 / 3, result[Metric.ReciprocalRank].Value, 1e-9); // film 10 is listed last; 20 is no hit
    }

    [Fact]
    public void Run_Candidates_ListOnlyThem()
    {
        var split = Split.From([new(1, 10, 4, 0), new(1, 20, 4, 0), new(1, 30, 4, 0)], [new(2, 10, 4, 0), new(2, 30, 4, 0)]);

        var result = ListEvaluation.Run(Scoring(split, 1, 2, 3), split, new() { K = 1, Candidates = IdMap.From([10, 20, 555]) }, new());

        Assert.Equal(0, result[Metric.HitRate].Value); // 20 is listed: 30 may not be, and counts as missed
        Assert.Equal(1.0 / 3, result[Metric.Coverage].Value); // of 10, 20 and 555, which another model may know
    }

    [Fact]
    public void Run_FewerFilmsThanPlaces_ListsWhatThereIs()
    {
        var split = Split.From([new(1, 10, 4, 0), new(1, 20, 4, 0)], [new(2, 10, 4, 0)]);

        var result = ListEvaluation.Run(Scoring(split, 1, 2), split, new() { K = 10 }, new());

        Assert.Equal(0.1, result[Metric.Precision].Value, 1e-9);
        Assert.Equal(1, result[Metric.Recall].Value, 1e-9);
    }

    [Fact]
    public void Run_ModelOfOtherFilms_GetsAndIsAskedForItsOwnPlaces()
    {
        // The model knows 5 10 20 30, training only 10 and 20: film 20 is the model's 2 and training's 1. It lists the film after the rated one.
        var split = Split.From([new(1, 20, 4, 0), new(2, 10, 4, 0)], [new(1, 30, 4, 0), new(2, 20, 4, 0)]);
        var model = new RuleModel(IdMap.From([5, 10, 20, 30]), Goal.Lists, own =>
            [.. Enumerable.Range(0, 4).Select(item => item == own.Single().Item + 1 ? 1f : 0f)]);

        var result = ListEvaluation.Run(model, split, new() { K = 1 }, new());

        Assert.Equal(1, result[Metric.HitRate].Value);
        Assert.Equal(0.5, result[Metric.Coverage].Value); // 20 and 30 of four
        Assert.Equal(1, result[Metric.Novelty].Value, 1e-9); // both: one rater, or none counted as one, of two
    }

    [Fact]
    public void Run_ListsOfOneFilm_HaveNoSimilarity()
    {
        // User 1 has rated all but film 30 and gets a list of one; user 2 gets 10 and 20, which share their only rater.
        var split = Split.From([new(1, 10, 4, 0), new(1, 20, 4, 0), new(3, 30, 4, 0)], [new(1, 77, 4, 0), new(2, 10, 4, 0)]);

        var result = ListEvaluation.Run(Scoring(split, 3, 2, 1), split, new() { K = 2 }, new());

        Assert.Equal(1, result[Metric.IntraListSimilarity].Value, 1e-9);
        Assert.Equal([2], result.OfUsers(Metric.IntraListSimilarity).Select(value => value.User));
    }

    [Fact]
    public void Run_ModelThatKnowsNothing_IsZeroNotNaN()
    {
        var split = Split.From([], [new(2, 10, 4, 0)]);

        var result = ListEvaluation.Run(Scoring(split), split, new(), new());

        Assert.Equal(0, result[Metric.Ndcg].Value);
        Assert.Null(result.Find(Metric.Novelty));
        Assert.All(result.Measures, measure => Assert.True(double.IsFinite(measure.Value)));
        var error = Assert.Throws<KeyNotFoundException>(() => result[Metric.Novelty]);
        Assert.Contains("Novelty of All was not measured", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NotANumber_SaysWhichModel()
    {
        var split = Split.From([new(1, 10, 4, 0), new(1, 20, 4, 0)], [new(2, 10, 4, 0)]);

        Assert.Throws<InvalidOperationException>(() => ListEvaluation.Run(Scoring(split, float.NaN, 1), split, new(), new()));
    }

    static RuleModel Scoring(Split split, params float[] scores) => new(split.Training.Items, Goal.Lists, _ => scores);
}
