using Matinee.Engine.Baseline;
using Matinee.Engine.Models;
using Matinee.Engine.Neighbours;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Tests.Neighbours;

public sealed class ItemNeighboursTests
{
    const int Neighbours = 12;
    const double Shrinkage = 20;
    const double Damping = 0.1;

    static readonly ItemNeighboursOptions s_options = new() { Neighbours = Neighbours, Shrinkage = Shrinkage, Damping = Damping };
    static readonly Lazy<NaiveNeighbours> s_naive = new();
    static readonly Lazy<IModel> s_model = new(() => new ItemNeighboursTrainer(s_options).Fit(s_naive.Value.Ratings, new()));

    [Fact]
    public void Similar_EveryFilm_EqualsTheDefinition()
    {
        for (var item = 0; item < s_naive.Value.ByItem.Length; item++)
            NaiveNeighbours.AssertRanked(Nearest(item), s_model.Value.Similar(item, 1000));
    }

    [Fact]
    public void Score_EveryFilm_EqualsTheDefinition()
    {
        var naive = s_naive.Value;
        foreach (var user in new[] { 1, 40, 149 })
        {
            var own = naive.Ratings.OfUser(user).ToOwn();
            var (residuals, bias) = (naive.Residuals(own), naive.Bias(own));
            var viewer = s_model.Value.FoldIn(own);
            for (var item = 0; item < naive.ByItem.Length; item++)
            {
                var heard = Nearest(item).Where(neighbour => residuals.ContainsKey(neighbour.Key)).ToList();
                var departure = heard.Sum(neighbour => neighbour.Similarity * neighbour.Similarity * residuals[neighbour.Key])
                    / (heard.Sum(neighbour => neighbour.Similarity * neighbour.Similarity) + Damping);
                var expected = Math.Clamp(naive.Baseline.Expect(item) + bias + departure, 0.5, 5);
                Assert.Equal(expected, viewer.Score(item), 1e-4);
            }
        }
    }

    [Fact]
    public void Explain_ScoreBeyondTheScale_AddsUpToWhatIsShown()
    {
        // Five stars for all: what is expected goes over the top and is cut off.
        var viewer = (IExplainingViewer)s_model.Value.FoldIn([.. Enumerable.Range(0, 60).Select(item => new OwnRating(item, 5f))]);

        var explanations = viewer.Explain([.. Enumerable.Range(0, 110)]);

        Assert.Contains(explanations, reason => reason.Score == 5f);
        Assert.All(explanations, reason => Assert.Equal(reason.Score, reason.Base + reason.Shares.Sum(share => share.Part), 1e-4f));
    }

    [Fact]
    public void Fit_RealRatings_BeatsTheBaselineOnThoseHeldOut()
    {
        var rows = RealData.Ratings();
        var train = Interactions.From(rows.Where((_, i) => i % 10 != 3));
        var test = rows.Where((_, i) => i % 10 == 3).ToList();

        var baseline = Error(new BaselineTrainer(), train, test);
        var neighbours = Error(new ItemNeighboursTrainer(), train, test);
        var people = Error(new UserNeighboursTrainer(), train, test);

        Assert.InRange(baseline, 0.84, 0.88);
        Assert.True(neighbours < baseline - 0.02, $"Item neighbours are off by {neighbours}, the baseline by {baseline}.");
        Assert.True(people < baseline - 0.012, $"User neighbours are off by {people}, the baseline by {baseline}.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(ItemNeighboursOptions.MaxNeighbours + 1)]
    public void Neighbours_OutOfRange_AreRefused(int neighbours) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ItemNeighboursOptions { Neighbours = neighbours });

    static IEnumerable<(int Key, double Similarity)> Nearest(int item) =>
        Enumerable.Range(0, s_naive.Value.ByItem.Length)
            .Where(other => other != item)
            .Select(other => (other, NaiveNeighbours.Similarity(s_naive.Value.ByItem[item], s_naive.Value.ByItem[other], Shrinkage)))
            .Where(neighbour => neighbour.Item2 > 0)
            .OrderByDescending(neighbour => neighbour.Item2)
            .Take(Neighbours);

    static double Error(ITrainer trainer, Interactions train, List<Rating> test)
    {
        var model = trainer.Fit(train, new() { Threads = 2 });
        var squares = 0.0;
        foreach (var user in test.GroupBy(row => row.User))
        {
            var viewer = model.FoldIn(train.OfUser(train.Users.IndexOf(user.Key)).ToOwn());
            squares += user.Sum(row => Math.Pow(viewer.Score(model.Items.IndexOf(row.Item)) - row.Stars, 2));
        }

        return Math.Sqrt(squares / test.Count);
    }
}
