using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Tests.Models;

// Reasons are arithmetic: they add up, and what they say of a film left out is what happens without it.
public abstract partial class ModelContract
{
    static readonly int[] s_explained = [0, 1, 17, 64, 109];

    [Fact]
    public void FoldIn_Viewer_ExplainsWhenItSaysSo() =>
        Assert.True(OfCommunity.FoldIn([]) is IExplainingViewer == Explains, "Viewers explain themselves, or not, against what is declared.");

    [Fact]
    public void Explain_AnyFilm_AddsUpToTheScore()
    {
        if (!Explains) return;
        var newcomer = OfCommunity.FoldIn([]);
        foreach (var user in new[] { 2, 50, 99 })
        {
            var own = OwnOf(user);
            var viewer = Explaining(OfCommunity, own);
            var (scale, films) = (Scale(OfCommunity, viewer), (int[])[.. s_explained, own[0].Item, -1]);

            var explanations = viewer.Explain(films);

            Assert.Equal(films, explanations.Select(explanation => explanation.Item));
            foreach (var reason in explanations)
            {
                var sum = reason.Base + reason.Shares.Sum(share => (double)share.Part);
                AssertSameBits([viewer.Score(reason.Item)], [reason.Score], $"User {user}: the score explained of film {reason.Item}");
                AssertNear(reason.Score, sum, 1e-4 * scale, $"User {user}, film {reason.Item}: base and parts add up");
                AssertNear(newcomer.Score(reason.Item), reason.Base, 1e-4 * scale, $"User {user}, film {reason.Item}: the base");
                AssertOwnFilms(reason, own);
            }
        }
    }

    [Fact]
    public void Explain_EveryDrop_IsWhatLeavingTheRatingOutDoes()
    {
        if (!Explains) return;
        var own = OwnOf(60);
        var viewer = Explaining(OfCommunity, own);
        var scale = Scale(OfCommunity, viewer);
        var explanations = viewer.Explain(s_explained);
        foreach (var left in own)
        {
            var without = OfCommunity.FoldIn([.. own.Where(rating => rating.Item != left.Item)]);
            foreach (var reason in explanations)
            {
                // A rating that is not among the shares is one that the model can't use: without it nothing may change.
                var stated = reason.Shares.Where(share => share.Item == left.Item).Select(share => share.Drop).SingleOrDefault();
                var actual = reason.Score - without.Score(reason.Item);
                AssertNear(actual, stated, 1e-3 * scale, $"Film {reason.Item} without the rating of {left.Item}: the drop");
            }
        }
    }

    [Fact]
    public void Explain_Newcomer_HasNoShares()
    {
        if (!Explains) return;
        var newcomer = Explaining(OfCommunity, []);

        Assert.All(newcomer.Explain(s_explained), reason => Assert.Empty(reason.Shares));
        Assert.Empty(newcomer.Explain([]));
    }

    static IExplainingViewer Explaining(IModel model, OwnRating[] own) => Assert.IsAssignableFrom<IExplainingViewer>(model.FoldIn(own));

    // Scores of models with Goal.Lists have any scale: what is small is measured by the largest.
    static double Scale(IModel model, IViewer viewer) => Math.Max(1e-6, Scores(model, viewer).Max(Math.Abs));

    static void AssertOwnFilms(Explanation reason, OwnRating[] own)
    {
        var films = reason.Shares.Select(share => share.Item).ToList();
        Assert.True(films.SequenceEqual(films.Distinct().Order()), $"The shares of film {reason.Item} are not in ascending order of films.");
        Assert.Subset(own.Select(rating => rating.Item).ToHashSet(), films.ToHashSet());
        Assert.All(reason.Shares, share => Assert.True(float.IsFinite(share.Part) && float.IsFinite(share.Drop), $"{share} is not a number."));
    }

    static void AssertNear(double expected, double actual, double tolerance, string what) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, $"{what}: {actual} instead of {expected} (within {tolerance}).");
}
