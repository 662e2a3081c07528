using Matinee.Core.Catalog;
using Matinee.Core.Import;

namespace Matinee.Local.Tests.Core;

public class FilmCatalogueTests
{
    static readonly Movie s_heat = new() { Id = 7, Title = "Heat", Year = 1995, ImdbId = "tt0113277", Directors = ["Michael Mann"], Genres = ["Crime"] };
    static readonly Movie s_emma = new() { Id = 8, Title = "Emma", Year = 1996, MovieLensId = 838 };
    static readonly Movie s_postino = new() { Id = 9, Title = "The Postman", OriginalTitle = "Il Postino", Year = 1994 };
    static readonly Movie s_amelie = new() { Id = 10, Title = "Amélie", OriginalTitle = "Le Fabuleux Destin d'Amélie Poulain", Year = 2001, Directors = ["Jean-Pierre Jeunet"] };

    static FilmCatalogue New() => new([s_heat, s_emma, s_postino, s_amelie]);

    [Fact]
    public void Place_SameIdWhateverTheTitle_IsTheFilm()
    {
        Assert.Equal(7, New().Place(new() { Id = 0, Title = "Heat (director's cut)", Year = 1996, ImdbId = "tt0113277" }));
        Assert.Equal(8, New().Place(new() { Id = 0, Title = "E.", MovieLensId = 838 }));
    }

    [Theory]
    [InlineData("HEAT", 1995, 7)]
    [InlineData("Il postino", 1994, 9)]
    [InlineData("Postman", 1994, 9)]
    [InlineData("Amelie", 2001, 10)]
    [InlineData("Heat", 1986, 10_000)]
    public void Place_TitleAndYear_DecideWhereIdsAreMissing(string title, int year, int expected) =>
        Assert.Equal(expected, New().Place(new() { Id = 0, Title = title, Year = year }));

    [Fact]
    public void Place_OtherTitle_IsTheFilm() => Assert.Equal(9, New().Place(new() { Id = 0, Title = "X", Year = 1994 }, ["Postino, Il", "Il Postino"]));

    [Fact]
    public void Place_SameTitleAndYearButAnotherIdOrDirector_IsAnotherFilm()
    {
        Assert.Equal(10_000, New().Place(new() { Id = 0, Title = "Emma", Year = 1996, MovieLensId = 26958 }));
        Assert.Equal(10_000, New().Place(new() { Id = 0, Title = "Heat", Year = 1995, ImdbId = "tt7777777" }));
        Assert.Equal(10_000, New().Place(new() { Id = 0, Title = "Heat", Year = 1995, Directors = ["Somebody Else"] }));
        Assert.Equal(7, New().Place(new() { Id = 0, Title = "Heat", Year = 1995, Directors = ["MICHAEL MANN", "Another"] }));
    }

    [Fact]
    public void Place_TwoThatMightBeIt_TakesNeither()
    {
        var catalogue = new FilmCatalogue([new() { Id = 1, Title = "Emma", Year = 1996 }, new() { Id = 2, Title = "Emma", Year = 1996 }]);
        Assert.Equal(10_000, catalogue.Place(new() { Id = 0, Title = "Emma", Year = 1996 }));
    }

    [Fact]
    public void Place_KnownFilm_FillsWhatIsMissingAndChangesNothingElse()
    {
        var catalogue = New();
        catalogue.Place(new() { Id = 0, Title = "Heat?", Year = 1999, ImdbId = "tt0113277", MovieLensId = 6, Genres = ["Action"], Keywords = ["heist"] });
        var film = Assert.Single(catalogue.Changed);
        Assert.Equal(("Heat", 1995, 6), (film.Title, film.Year, film.MovieLensId));
        Assert.Equal("Crime heist", string.Join(" ", film.Genres.Concat(film.Keywords)));
        catalogue = new([film]);
        catalogue.Place(film with { Id = 0 });
        Assert.Empty(catalogue.Changed);
    }

    [Fact]
    public void Place_NewFilms_AreNumberedBehindAllOthersAndNeverInTheBundledRange()
    {
        var catalogue = new FilmCatalogue([s_heat with { Id = 12_345 }], 11_000);
        Assert.Equal(12_346, catalogue.Place(new() { Id = 0, Title = "A" }));
        Assert.Equal(12_347, catalogue.Place(new() { Id = 0, Title = "B" }));
        Assert.Equal(12_346, catalogue.Place(new() { Id = 0, Title = "A" }));
        Assert.Equal(11_000, new FilmCatalogue([s_heat], 11_000).NextFilm);
    }
}
