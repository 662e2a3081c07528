using Matinee.Engine.Ratings;

namespace Matinee.Engine.Tests.Ratings;

public sealed class OwnRatingsTests
{
    [Fact]
    public void Known_AnyOrder_AscendsByFilmWithoutTheUnknown() =>
        Assert.Equal(
            [new(0, 1f, 5), new(3, 4.5f, 6)],
            OwnRatings.Known([new(3, 4.5f, 6), new(4, 2f), new(-1, 2f), new(int.MaxValue, 3f), new(0, 1f, 5), new(int.MinValue, 3f)], 4));

    [Fact]
    public void Known_SeveralForOneFilm_KeepsTheLastInTheSpanWhateverItsTime() =>
        Assert.Equal(
            [new(1, 2f, 1), new(2, 3f, 9)],
            OwnRatings.Known([new(1, 5f, 100), new(2, 3f, 9), new(1, 4f, 50), new(1, 2f, 1)], 10));

    [Fact]
    public void Known_NoRatingsOrNoFilms_IsEmpty()
    {
        Assert.Empty(OwnRatings.Known([], 5));
        Assert.Empty(OwnRatings.Known([new(0, 5f)], 0));
    }

    [Fact]
    public void Known_StarsOffTheScale_NamesRowAndValueEvenOfAnUnknownFilm()
    {
        var error = Assert.Throws<InvalidRatingException>(() => OwnRatings.Known([new(0, 5f), new(-1, 3.7f)], 5));

        Assert.Equal(1, error.Row);
        Assert.Contains("3.7 stars", error.Message, StringComparison.Ordinal);
    }
}
