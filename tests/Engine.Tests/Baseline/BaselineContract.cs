using Matinee.Engine.Baseline;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Tests.Models;

namespace Matinee.Engine.Tests.Baseline;

public sealed class BaselineContract : ModelContract
{
    protected override ITrainer Trainer => new BaselineTrainer(new() { ItemShrinkage = 0, UserShrinkage = 0 });

    protected override Goal Goal => Goal.Stars;

    protected override bool IsPersonalised => false;

    protected override bool FindsSimilar => false;

    /// <summary>Half of all users like a film and half do not; all that sets films apart is the half star of the even ones.</summary>
    protected override void AssertKnownAnswer(IModel model, Interactions ratings)
    {
        for (var user = 0; user < ContractRatings.Likers; user++)
        {
            var viewer = model.FoldIn(ratings.OfUser(user).ToOwn());
            for (var film = 0; film < ContractRatings.Films; film++)
                Assert.Equal(film % 2 == 0 ? 3.25f : 2.75f, viewer.Score(film), 1e-3f);
        }
    }
}
