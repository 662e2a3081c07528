using Matinee.Core.Insights;

namespace Matinee.Core.Tests.Insights;

public sealed class ExposureTests
{
    [Fact]
    public void SpreadOf_FourFilms_IsTheHandWorkedOne()
    {
        // The first film has half of the ratings and is the head; the three others are the tail, with two of eight places.
        var spread = SampleLists.SpreadOf([6, 3, 2, 1], [6, 2, 0, 0]);

        Assert.Equal(0.75, spread.TailFilms);
        Assert.Equal(0.25, spread.TailPlaces);
        Assert.Equal((-3 * 1 - 1 * 2 + 1 * 3 + 3 * 6) / (4.0 * 12), spread.RatingsGini, 1e-12);
        Assert.Equal((1 * 2 + 3 * 6) / (4.0 * 8), spread.PlacesGini, 1e-12);
        var half = spread.Curve.Single(point => point.Films == 0.5);
        Assert.Equal(3.0 / 12, half.Ratings, 1e-12);
        Assert.Equal(0, half.Places);
        Assert.Equal(new(0, 0, 0), spread.Curve[0]);
        Assert.Equal(new(1, 1, 1), spread.Curve[^1]);
    }

    [Fact]
    public void SpreadOf_ManyFilms_EnclosesTheGinis()
    {
        int[] ratings = [.. Enumerable.Range(0, 400).Select(i => 4000 / (i + 1))];
        int[] places = [.. ratings.Select(count => count * count / 4000)];

        var spread = SampleLists.SpreadOf(ratings, places);

        // Forty straight pieces lie a little above the true curve.
        Assert.InRange(spread.RatingsGini - Enclosed(spread.Curve, static point => point.Ratings), 0, 0.02);
        Assert.InRange(spread.PlacesGini - Enclosed(spread.Curve, static point => point.Places), 0, 0.02);
        Assert.True(spread.PlacesGini > spread.RatingsGini);
        Assert.All(spread.Curve.Skip(1).Zip(spread.Curve), ends => Assert.True(ends.First.Ratings >= ends.Second.Ratings && ends.First.Places >= ends.Second.Places));
    }

    static double Enclosed(IReadOnlyList<LorenzPoint> curve, Func<LorenzPoint, double> share) =>
        1 - curve.Skip(1).Zip(curve).Sum(ends => (ends.First.Films - ends.Second.Films) * (share(ends.First) + share(ends.Second)));
}
