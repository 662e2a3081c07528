using Matinee.Engine.Boards;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Tests.Models;

namespace Matinee.Engine.Tests.Boards;

public sealed class RandomContract : ModelContract
{
    protected override ITrainer Trainer => new RandomTrainer();

    protected override Goal Goal => Goal.Lists;

    protected override bool IsPersonalised => false;

    protected override bool Explains => false;

    protected override bool FindsSimilar => false;

    // Nothing is known: the films are in another order for everyone who has rated other films, and any score is as likely.
    protected override void AssertKnownAnswer(IModel model, Interactions ratings)
    {
        var own = Enumerable.Range(0, ContractRatings.Likers).Select(user => ratings.OfUser(user).ToOwn()).ToArray();
        var scores = Array.ConvertAll(own, rated => Scores(model, model.FoldIn(rated)));
        var different = own.Select(rated => string.Join(' ', rated.Select(rating => rating.Item))).Distinct().Count();
        Assert.True(different > 4);
        Assert.Equal(different, scores.Select(all => string.Join(' ', all)).Distinct().Count());
        Assert.All(scores.SelectMany(all => all), score => Assert.InRange(score, 0, 1));
        Assert.InRange(scores.SelectMany(all => all).Distinct().Average(), 0.4, 0.6);
    }
}
