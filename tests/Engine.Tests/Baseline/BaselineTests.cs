using Matinee.Engine.Baseline;
using Matinee.Engine.Ratings;
using Matinee.Engine.Tests.Models;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Baseline;

public sealed class BaselineTests
{
    [Fact]
    public void Fit_OneFilmOfTwoUsers_IsTheShrunkMean()
    {
        // Mean 3; with user biases drawn to nothing the film that got 5 is 2 above it: 2 / (1 + 3); the other one as much below.
        var ratings = Interactions.From([new(1, 1, 5f, 0), new(2, 2, 1f, 0)]);

        var model = new BaselineTrainer(new() { ItemShrinkage = 3, UserShrinkage = BaselineOptions.MaxShrinkage }).Fit(ratings, new());

        Assert.Equal(3f, model.MeanStars);
        Assert.Equal(3.5f, model.Expect(0), 1e-4f);
        Assert.Equal(2.5f, model.Expect(1), 1e-4f);
        Assert.Equal(3f, model.Expect(-1));
        Assert.Equal(3f, model.Expect(2));
    }

    [Theory]
    [InlineData(3, 5)]
    [InlineData(0, 0)]
    [InlineData(20, 1)]
    public void Fit_Community_SettlesWhereEveryBiasIsTheShrunkMeanOfItsRest(double itemShrinkage, double userShrinkage)
    {
        var ratings = Interactions.From(ContractRatings.CommunityRows());

        var model = new BaselineTrainer(new() { ItemShrinkage = itemShrinkage, UserShrinkage = userShrinkage }).Fit(ratings, new());

        var rows = ratings.All().ToList();
        double Expect(Rating row) => model.MeanStars + model.ItemBiases[model.Items.IndexOf(row.Item)];
        var users = rows.GroupBy(row => row.User)
            .ToDictionary(own => own.Key, own => own.Sum(row => row.Stars - Expect(row)) / (own.Count() + userShrinkage));
        foreach (var film in rows.GroupBy(row => row.Item))
        {
            var bias = film.Sum(row => row.Stars - model.MeanStars - users[row.User]) / (film.Count() + itemShrinkage);
            Assert.Equal(bias, model.ItemBiases[model.Items.IndexOf(film.Key)], 2e-4);
        }

        foreach (var (user, bias) in users)
            Assert.Equal(bias, model.UserBias(ratings.OfUser(ratings.Users.IndexOf(user)).ToOwn()), 1e-5);
    }

    [Fact]
    public void Score_ViewerAboveTheFilms_IsHigherButOnTheScale()
    {
        var ratings = Interactions.From(ContractRatings.CommunityRows());
        var model = new BaselineTrainer().Fit(ratings, new());
        var best = Enumerable.Range(0, model.Items.Count).MaxBy(model.Expect);

        var generous = model.FoldIn([.. Enumerable.Range(0, model.Items.Count).Select(film => new OwnRating(film, 5f))]);
        var stern = model.FoldIn([.. Enumerable.Range(0, model.Items.Count).Select(film => new OwnRating(film, 0.5f))]);

        Assert.Equal(5f, generous.Score(best));
        Assert.True(generous.Score(3) > model.Expect(3) && stern.Score(3) < model.Expect(3));
    }

    [Theory]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    [InlineData(2e6)]
    public void Shrinkage_OutOfRange_IsRefused(double shrinkage)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BaselineOptions { ItemShrinkage = shrinkage });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BaselineOptions { UserShrinkage = shrinkage });
    }

    [Fact]
    public void Fit_CancelledWhileFitting_Stops()
    {
        using var source = new CancellationTokenSource();
        var ratings = Interactions.From(ContractRatings.CommunityRows());
        var run = new TrainingRun { Cancellation = source.Token, Progress = new CancelAtOnce(source) };

        Assert.ThrowsAny<OperationCanceledException>(() => new BaselineTrainer().Fit(ratings, run));
    }

    sealed class CancelAtOnce(CancellationTokenSource source) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => source.Cancel();
    }
}
