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

    // Nothing is known: any film is as likely to come first, for anyone.
    protected override void AssertKnownAnswer(IModel model, Interactions ratings)
    {
        var lists = Enumerable.Range(0, ContractRatings.Likers)
            .Select(user => Top(model, model.FoldIn(ratings.OfUser(user).ToOwn()), 1, new HashSet<int>())[0])
            .ToList();
        Assert.InRange(lists.Distinct().Count(), 10, ContractRatings.Films);
        Assert.InRange(lists.Count(film => film < ContractRatings.BlockFilms), 8, 32);
    }
}
