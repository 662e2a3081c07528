using Matinee.Core.Catalog;

namespace Matinee.Core.Tests.Catalog;

public class AlikeFilmsTests
{
    [Theory]
    [InlineData("Alien", "Aliens")]
    [InlineData("The Godfather", "The Godfather Part II")]
    [InlineData("Toy Story", "Toy Story 2")]
    [InlineData("Three Colours: Blue", "Three Colours: Red")]
    public void Of_FilmOfASeries_FindsTheOther(string title, string other) =>
        Assert.Contains(other, SimilarByFacts.Of(BundledMovies.View, BundledMovies.Titled(title).Id, 5).Select(id => BundledMovies.View.Find(id)!.Title));

    [Fact]
    public void Of_EveryFilm_FindsAsManyOthersAsAskedFor()
    {
        foreach (var movie in BundledMovies.All)
        {
            var alike = SimilarByFacts.Of(BundledMovies.View, movie.Id, 12);

            Assert.Equal(12, alike.Distinct().Count());
            Assert.DoesNotContain(movie.Id, alike);
        }
    }

    [Fact]
    public void Of_FewFilms_MatchesTheCosineByHand()
    {
        // Facts and how many of 3 films have them: genre A 2, genre B 2, keyword k 1, keyword m 1. A weight is 0.8 (genre) or 1 times ln(4/count).
        Movie[] movies =
        [
            new() { Id = 1, Title = "", Genres = ["A", "B"] },
            new() { Id = 2, Title = "", Genres = ["A"], Keywords = ["k"] },
            new() { Id = 3, Title = "", Genres = ["B"], Keywords = ["k", "m"] },
        ];
        var view = new CatalogueView([.. movies], [], "three");

        // Film 1 shares one genre with each of the others, and film 3 has more that film 1 lacks.
        Assert.Equal([2, 3], SimilarByFacts.Of(view, 1, 5));
        Assert.Equal([2], SimilarByFacts.Of(view, 1, 1));
        // Film 2 shares a keyword with film 3, a genre with film 1: 0.69 * 0.69 / (0.89 * 1.65) = 0.33 against 0.55 * 0.55 / (0.89 * 0.78) = 0.44.
        Assert.Equal([1, 3], SimilarByFacts.Of(view, 2, 5));
    }

    [Fact]
    public void Of_UnknownFilm_FindsNothing() => Assert.Empty(SimilarByFacts.Of(BundledMovies.View, -1, 5));

    [Fact]
    public void Of_FilmOfWhichNothingIsKnown_FindsNothing() => Assert.Empty(SimilarByFacts.Of(SmallCatalogue.View, 5, 5));
}
