using Matinee.Engine.Models;
using Matinee.Engine.Popularity;
using Matinee.Engine.Ratings;
using Matinee.Engine.Tests.Models;

namespace Matinee.Engine.Tests.Popularity;

public sealed class PopularityContract : ModelContract
{
    protected override ITrainer Trainer => new PopularityTrainer();

    protected override Goal Goal => Goal.Lists;

    protected override bool IsPersonalised => false;

    protected override void AssertKnownAnswer(IModel model, Interactions ratings)
    {
        var viewer = model.FoldIn(ratings.OfUser(0).ToOwn());
        for (var film = 0; film < ContractRatings.Films; film++)
        {
            var raters = Enumerable.Range(0, ContractRatings.Likers)
                .Count(user => ContractRatings.Likes(user, film) && !ContractRatings.IsHeldOut(user, film));
            Assert.Equal(raters, viewer.Score(film));
        }
    }
}

public sealed class PopularityOfLateContract : ModelContract
{
    protected override ITrainer Trainer => new PopularityTrainer(new() { HalfLifeDays = 0.001 * 365, StarsDamping = 2 });

    protected override Goal Goal => Goal.Lists;

    protected override bool IsPersonalised => false;

    protected override void AssertKnownAnswer(IModel model, Interactions ratings)
    {
        var viewer = model.FoldIn([]);
        for (var film = 0; film < ContractRatings.Films; film++)
        {
            var row = ratings.All().Where(row => row.Item == ratings.Items[film]).ToList();
            var weight = row.Sum(rating => Math.Pow(2, -(ratings.LatestTime - rating.Time) / 86_400.0 / 0.365));
            var stars = (row.Sum(rating => rating.Stars) + 2 * ratings.MeanStars) / (row.Count + 2);
            Assert.Equal(weight * stars, viewer.Score(film), 1e-4);
        }
    }
}
