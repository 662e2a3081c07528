using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Tests.Models;

// The right answers, where they are known.
public abstract partial class ModelContract
{
    const int HeldOutOfOwnBlock = ContractRatings.BlockFilms / 4;

    [Fact]
    public void Fit_TwoBlocks_GivesTheKnownAnswer()
    {
        var ratings = Blocks;
        var model = Fitted("blocks", () => ratings);

        Assert.Equal(Goal, model.Goal);
        Assert.Equal(Trainer.Name, model.Kind);
        Assert.Equal(ratings.Items.Ids.ToArray(), model.Items.Ids.ToArray());
        AssertKnownAnswer(model, ratings);
    }

    [Fact]
    public void Similar_TwoBlocks_FindsTheOwnBlock()
    {
        if (!IsPersonalised || !FindsSimilar) return; // nothing is promised but the shape, which another fact asserts
        var model = Fitted("blocks", () => Blocks);

        for (var film = 0; film < ContractRatings.Films; film++)
        {
            var similar = model.Similar(film, 5);
            Assert.True(similar.Count == 5, $"Film {film} has {similar.Count} similar films instead of 5.");
            Assert.All(similar, other => Assert.True(
                other.Item / ContractRatings.BlockFilms == film / ContractRatings.BlockFilms,
                $"Film {film} is said to be like film {other.Item} of the other block."));
        }
    }

    /// <summary>Asserts the answer for the two blocks; a trainer that is not personalised overrides it with what it must find.</summary>
    protected virtual void AssertKnownAnswer(IModel model, Interactions ratings)
    {
        Assert.True(IsPersonalised, $"{GetType().Name} is not personalised and must bring its own known answer.");
        for (var user = 0; user < ContractRatings.Likers; user++)
        {
            var viewer = model.FoldIn(ratings.OfUser(user).ToOwn());
            if (Goal == Goal.Stars) AssertStars(viewer, user);
            else AssertList(model, viewer, user);
        }
    }

    void AssertStars(IViewer viewer, int user)
    {
        var (worstLiked, bestDisliked) = (float.MaxValue, float.MinValue);
        for (var film = 0; film < ContractRatings.Films; film++)
        {
            if (!ContractRatings.IsHeldOut(user, film)) continue;
            var (score, truth) = (viewer.Score(film), ContractRatings.Truth(user, film));
            Assert.True(
                Math.Abs(score - truth) <= StarsTolerance,
                $"User {user} would give film {film} {truth} stars, not {score}; {StarsTolerance} off is allowed.");
            if (ContractRatings.Likes(user, film)) worstLiked = Math.Min(worstLiked, score);
            else bestDisliked = Math.Max(bestDisliked, score);
        }

        Assert.True(worstLiked > bestDisliked, $"User {user}: a film of the other block gets {bestDisliked}, one of the own {worstLiked}.");
    }

    static void AssertList(IModel model, IViewer viewer, int user)
    {
        var seen = Enumerable.Range(0, ContractRatings.Films)
            .Where(film => ContractRatings.Likes(user, film) && !ContractRatings.IsHeldOut(user, film))
            .ToHashSet();
        foreach (var film in Top(model, viewer, HeldOutOfOwnBlock, seen))
            Assert.True(ContractRatings.Likes(user, film), $"User {user} is first recommended film {film} of the other block.");
    }
}
