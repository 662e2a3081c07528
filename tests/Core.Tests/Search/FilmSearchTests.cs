using Matinee.Core.Catalog;
using Matinee.Core.Search;
using Matinee.Core.Stores;
using Matinee.Core.Tests.Catalog;

namespace Matinee.Core.Tests.Search;

public class FilmSearchTests
{
    static readonly CatalogueView s_view = ViewOf(
        new() { Id = 1, Title = "Alien", Year = 1979, Cast = ["Sigourney Weaver"], Keywords = ["spaceship"] },
        new() { Id = 2, Title = "Aliens", Year = 1986, Cast = ["Sigourney Weaver"] },
        new() { Id = 3, Title = "Crash", Year = 1996, Keywords = ["accident"] },
        new() { Id = 4, Title = "Crash", Year = 2004 },
        new() { Id = 5, Title = "Seven Samurai", OriginalTitle = "七人の侍", Year = 1954 },
        new() { Id = 6, Title = "Spider-Man 2", Year = 2004 },
        new() { Id = 7, Title = "Rocky IV", Year = 1985 },
        new() { Id = 8, Title = "2001: A Space Odyssey", Year = 1968 },
        new() { Id = 9, Title = "The The", Year = 2001 },
        new() { Id = 10, Title = "Woody", Year = 2010, Directors = ["Allan Alien"] },
        new() { Id = 11, Title = "Harold and Maude", Year = 1971, Keywords = ["crash"] });

    [Theory]
    [InlineData("alien", new[] { 1, 2, 10 })]
    [InlineData("alien 1986", new[] { 2, 1, 10 })]
    [InlineData("aliens 1986", new[] { 2, 1 })]
    [InlineData("crash 1996", new[] { 3, 4, 11 })]
    [InlineData("crash 2004", new[] { 4, 3, 11 })]
    [InlineData("1986", new[] { 2 })]
    [InlineData("2001", new[] { 8, 9 })]
    [InlineData("七人", new[] { 5 })]
    [InlineData("侍", new[] { 5 })]
    [InlineData("spiderman", new[] { 6 })]
    [InlineData("spider man II", new[] { 6 })]
    [InlineData("rocky 4", new[] { 7 })]
    [InlineData("the the", new[] { 9 })]
    [InlineData("harold & maude", new[] { 11 })]
    [InlineData("maude harold", new[] { 11 })]
    [InlineData("sigorney weever", new[] { 1, 2 })]
    [InlineData("spaceship", new[] { 1 })]
    public void Find_Text_FindsInThisOrder(string text, int[] ids) => Assert.Equal(ids, Ids(text));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!...")]
    [InlineData("\0\u0001\u001b")]
    [InlineData("xqzzvj")]
    [InlineData("xqzzvj qqqwww")]
    [InlineData("😀")]
    [InlineData("\uD800\uDC00\uD800")]
    public void Find_Nonsense_FindsNothing(string text)
    {
        Assert.Empty(Ids(text));
        var suggestions = FilmSearch.Suggest(s_view, text, 5, 5);
        Assert.Empty(suggestions.Films);
        Assert.Empty(suggestions.People);
    }

    [Fact]
    public void Find_ControlCharacters_AreSpaces() => Assert.Equal([11], Ids("harold\0\r\n\tmaude"));

    [Fact]
    public void Find_NoFilmHasAllWords_FindsThoseThatHaveMost()
    {
        Assert.Equal([5], Ids("seven brave samurai"));
        Assert.Empty(Ids("seven brave old knights"));
    }

    [Fact]
    public void Find_TypedToItsEnd_IsNoBeginning()
    {
        Assert.Equal([1, 10], Ids("alie ").Order());
        Assert.Equal([1, 2, 10], Ids("alie").Order());
    }

    [Fact]
    public void Find_SingleLetter_LooksAtTitlesOnly()
    {
        Assert.Equal([5, 6, 8], Ids("s").Order());
        Assert.Equal([1, 2], Ids("si").Where(id => id <= 2));
    }

    [Fact]
    public void Find_LongestText_IsTakenAndLongerRefused()
    {
        Assert.Empty(Ids(new string('x', FilmSearch.MaxLength)));
        Assert.Equal([1, 2, 10], Ids(string.Concat(Enumerable.Repeat("alien ", 33)) + "al"));
        Assert.Throws<ArgumentException>(() => Ids(new string('x', FilmSearch.MaxLength + 1)));
    }

    [Fact]
    public void Find_Twice_IsTheSame()
    {
        foreach (var text in new[] { "a", "alien", "the", "crsh", "sigourney wea" }) Assert.Equal(Ids(text), Ids(text));
    }

    [Fact]
    public void Find_OfNamesakes_TheMorePopularComesFirst()
    {
        Assert.Equal([3, 4, 11], Ids("crash"));

        var popular = s_view.With(Matinee.Core.Ratings.HotMovie.Of(4, new() { Counts = [0, 0, 0, 0, 0, 0, 0, 9, 0, 0] }), "popular");

        Assert.Equal([4, 3, 11], FilmSearch.Find(popular, "crash", new()).Items.Select(movie => movie.Id));
    }

    [Fact]
    public void Find_PageByPage_GivesEveryFilmOnce()
    {
        var all = new List<int>();
        for (string? cursor = null; ;)
        {
            var page = FilmSearch.Find(BundledMovies.View, "the", new() { Limit = 7, Cursor = cursor });
            all.AddRange(page.Items.Select(movie => movie.Id));
            if ((cursor = page.NextCursor) is null) break;
        }

        Assert.Equal(all.Distinct(), all);
        Assert.Equal(FilmSearch.Find(BundledMovies.View, "the", new() { Limit = 200 }).Items.Select(movie => movie.Id), all.Take(200));
        Assert.True(all.Count > 200, $"only {all.Count} films");
    }

    [Fact]
    public void Find_CursorOfAnotherText_IsRefused()
    {
        var cursor = FilmSearch.Find(s_view, "alien", new() { Limit = 1 }).NextCursor;

        Assert.NotNull(cursor);
        Assert.Throws<InvalidCursorException>(() => FilmSearch.Find(s_view, "crash", new() { Cursor = cursor }));
        Assert.Throws<InvalidCursorException>(() => FilmSearch.Find(s_view, "alien", new() { Cursor = "?" }));
    }

    [Fact]
    public void Suggest_Name_GivesThePersonAndTheirFilms()
    {
        var suggestions = FilmSearch.Suggest(s_view, "sigour", 5, 5);

        Assert.Equal([new PersonHit("Sigourney Weaver", 2)], suggestions.People);
        Assert.Equal([1, 2], suggestions.Films.Select(movie => movie.Id));
    }

    [Fact]
    public void Suggest_NoneAskedFor_GivesNone()
    {
        var suggestions = FilmSearch.Suggest(s_view, "alien", 0, 0);

        Assert.Empty(suggestions.Films);
        Assert.Empty(suggestions.People);
    }

    [Fact]
    public void Find_EmptyCatalogue_FindsNothing() => Assert.Empty(FilmSearch.Find(CatalogueView.Empty, "alien", new()).Items);

    static IEnumerable<int> Ids(string text) => FilmSearch.Find(s_view, text, new()).Items.Select(movie => movie.Id);

    static CatalogueView ViewOf(params Movie[] movies) => new([.. movies], [], "few");
}
