using Matinee.Engine.Baseline;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Tests.Models;

namespace Matinee.Engine.Tests.Neighbours;

/// <summary>Neighbours by their definition, in doubles and dictionaries: what the models are measured against.</summary>
sealed class NaiveNeighbours
{
    public NaiveNeighbours()
    {
        Ratings = Interactions.From(ContractRatings.CommunityRows());
        Baseline = new BaselineTrainer().Fit(Ratings, new());
        ByUser = [.. Enumerable.Range(0, Ratings.Users.Count).Select(user => Residuals(Ratings.OfUser(user).ToOwn()))];
        ByItem =
        [
            .. Enumerable.Range(0, Ratings.Items.Count).Select(item => Enumerable.Range(0, ByUser.Length)
                .Where(user => ByUser[user].ContainsKey(item))
                .ToDictionary(user => user, user => ByUser[user][item])),
        ];
    }

    public Interactions Ratings { get; }

    public BaselineModel Baseline { get; }

    /// <summary>For every user: item and residual.</summary>
    public Dictionary<int, double>[] ByUser { get; }

    /// <summary>For every item: user and residual.</summary>
    public Dictionary<int, double>[] ByItem { get; }

    public Dictionary<int, double> Residuals(OwnRating[] own)
    {
        var bias = Bias(own);
        return own.ToDictionary(rating => rating.Item, rating => (double)rating.Stars - Baseline.Expect(rating.Item) - bias);
    }

    public double Bias(OwnRating[] own) =>
        own.Sum(rating => (double)rating.Stars - Baseline.Expect(rating.Item)) / (own.Length + BaselineOptions.DefaultUserShrinkage);

    /// <summary>The shrunk correlation over what both have.</summary>
    public static double Similarity(Dictionary<int, double> left, Dictionary<int, double> right, double shrinkage)
    {
        var common = left.Keys.Intersect(right.Keys).ToList();
        if (common.Count == 0) return 0;
        var products = common.Sum(key => left[key] * right[key]);
        var (lefts, rights) = (common.Sum(key => left[key] * left[key]), common.Sum(key => right[key] * right[key]));
        return products / Math.Sqrt(lefts * rights) * common.Count / (common.Count + shrinkage);
    }

    public static void AssertRanked(IEnumerable<(int Key, double Similarity)> expected, IEnumerable<Scored> actual)
    {
        var (want, got) = (expected.ToList(), actual.ToList());
        Assert.Equal(want.Select(neighbour => neighbour.Key), got.Select(neighbour => neighbour.Item));
        for (var i = 0; i < want.Count; i++) Assert.Equal(want[i].Similarity, got[i].Score, 1e-5);
    }
}
