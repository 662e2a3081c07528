using Matinee.Engine.Evaluation;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Tests.Evaluation;

public sealed class ListSimilarityTests
{
    // Film 0 was rated by users 1 2 3 4, film 1 by 3 4, film 2 by 9; film 3 by nobody.
    static readonly Interactions s_training = Interactions.From(
        [new(1, 0, 3, 0), new(2, 0, 3, 0), new(3, 0, 3, 0), new(4, 0, 3, 0), new(3, 1, 3, 0), new(4, 1, 3, 0), new(9, 2, 3, 0)]);

    static readonly RuleModel s_model = new(IdMap.Range(4), Goal.Lists, _ => new float[4]);

    [Theory]
    [InlineData(new[] { 0, 1 }, 0.70710678)] // 2 in common / sqrt(4 * 2)
    [InlineData(new[] { 0, 1, 2 }, 0.23570226)] // (0.7071 + 0 + 0) / 3 pairs
    [InlineData(new[] { 0, 1, 3 }, 0.23570226)] // a film without raters is like nothing
    [InlineData(new[] { 2, 3 }, 0.0)]
    [InlineData(new[] { 0 }, 0.0)]
    public void Mean_OfRaters_EqualsHandWorkedCosines(int[] list, double expected)
    {
        var similarity = new ListSimilarity(s_model, s_training, null);
        var sums = new double[similarity.Width];

        Assert.Equal(expected, similarity.Mean(list, sums), 1e-7);
        Assert.All(sums, sum => Assert.Equal(0, sum));
    }

    [Fact]
    public void Mean_OfFeatures_EqualsHandWorkedCosines()
    {
        // Features of films 0 1 2: (1,1) (2,0) (-3,0); film 3 has none.
        // cos 0-1 = 1/sqrt2, 0-2 = -1/sqrt2, 1-2 = -1; three pairs: -1/3.
        var similarity = new ListSimilarity(s_model, s_training, new(IdMap.Range(3), [1, 1, 2, 0, -3, 0], 2));
        var sums = new double[similarity.Width];

        Assert.Equal(-1.0 / 3, similarity.Mean([0, 1, 2], sums), 1e-7);
        Assert.Equal(0.70710678 / 3, similarity.Mean([0, 1, 3], sums), 1e-7);
    }

    [Fact]
    public void FilmFeatures_WrongSizeOrNotFinite_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new FilmFeatures(IdMap.Range(3), new float[5], 2));
        Assert.Throws<ArgumentException>(() => new FilmFeatures(IdMap.Range(1), [1, float.NaN], 2));
    }
}
