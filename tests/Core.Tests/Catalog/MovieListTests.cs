using Matinee.Core.Catalog;
using Matinee.Core.Ratings;
using Matinee.Core.Stores;

namespace Matinee.Core.Tests.Catalog;

public class MovieListTests
{
    static readonly MovieFilter s_frenchOrGerman = new() { Languages = ["fr", "de"] };

    [Theory]
    [InlineData(MovieSort.Title, new[] { 2, 4, 5, 3, 1 })]
    [InlineData(MovieSort.Year, new[] { 4, 3, 2, 1, 5 })]
    [InlineData(MovieSort.Hot, new[] { 2, 4, 1, 3, 5 })]
    [InlineData(MovieSort.Rating, new[] { 2, 1, 3, 5, 4 })]
    public void Browse_EachSort_HasItsOrder(MovieSort sort, int[] ids)
    {
        var page = MovieList.Browse(SmallCatalogue.View, MovieFilter.None, sort, new());

        Assert.Equal(ids, page.Items.Select(movie => movie.Id));
        Assert.Null(page.NextCursor);
    }

    [Fact]
    public void RatingOf_FewVotes_ArePulledTowardsTheMean()
    {
        // Ten ratings with 70 halves: a mean of 3.5 stars, and in the middle of 1, 3 and 6 votes 3, so the least reserve of 5.
        var view = SmallCatalogue.View;

        Assert.Equal((5 + 5 * 3.5) / 6, view.RatingOf(0), 12);
        Assert.Equal((24 + 5 * 3.5) / 11, view.RatingOf(1), 12);
        Assert.Equal(3.5, view.RatingOf(2), 12);
        Assert.Equal((6 + 5 * 3.5) / 8, view.RatingOf(3), 12);
    }

    [Fact]
    public void RatingOf_NobodyHasRated_IsZero() => Assert.Equal(0, SmallCatalogue.ViewOf().RatingOf(0));

    [Theory]
    [InlineData(MovieSort.Title)]
    [InlineData(MovieSort.Year)]
    [InlineData(MovieSort.Hot)]
    [InlineData(MovieSort.Rating)]
    public void Browse_PageByPage_GivesEveryFilmOnce(MovieSort sort)
    {
        var view = BundledMovies.View;
        var filter = new MovieFilter { Genres = ["Drama"], YearFrom = 1950 };

        var all = Walk(cursor => MovieList.Browse(view, filter, sort, new() { Limit = 37, Cursor = cursor }));

        var expected = MovieList.Browse(view, filter, sort, new() { Limit = 200 }).Items.Select(movie => movie.Id);
        Assert.Equal(expected, all.Take(200));
        Assert.Equal(filter.PlacesIn(view).Count, all.Count);
        Assert.Equal(all.Count, all.Distinct().Count());
    }

    [Fact]
    public void Browse_ListChangesBetweenPages_NeitherRepeatsNorSkips()
    {
        var before = SmallCatalogue.ViewOf((1, [2, 2, 2, 2]), (2, [2, 2, 2]), (3, [2, 2]), (4, [2, 2, 2, 2, 2]));
        var first = MovieList.Browse(before, MovieFilter.None, MovieSort.Hot, new() { Limit = 2 });

        // Film 4, seen already, falls to the end; films 2 and 3 change places.
        var after = SmallCatalogue.ViewOf((1, [2, 2, 2, 2]), (2, [2, 2]), (3, [2, 2, 2]));
        var second = MovieList.Browse(after, MovieFilter.None, MovieSort.Hot, new() { Limit = 2, Cursor = first.NextCursor });

        Assert.Equal([4, 1], first.Items.Select(movie => movie.Id));
        Assert.Equal([3, 2], second.Items.Select(movie => movie.Id));
    }

    [Fact]
    public void Browse_CursorOfAnotherList_IsRefused()
    {
        var cursor = MovieList.Browse(SmallCatalogue.View, s_frenchOrGerman, MovieSort.Title, new() { Limit = 1 }).NextCursor;

        Assert.Throws<InvalidCursorException>(() => Browse(s_frenchOrGerman, MovieSort.Year, cursor));
        Assert.Throws<InvalidCursorException>(() => Browse(MovieFilter.None, MovieSort.Title, cursor));
        Assert.Throws<InvalidCursorException>(() => Browse(s_frenchOrGerman, MovieSort.Title, "nonsense"));
        Assert.Throws<InvalidCursorException>(() => MovieList.Hot(SmallCatalogue.View, HotWindow.All, new() { Cursor = cursor }));
        Assert.Throws<InvalidCursorException>(
            () => Browse(s_frenchOrGerman, MovieSort.Title, new Cursor($"movies Title {s_frenchOrGerman.Digest}", 0, "no id").ToString()));
        Assert.Equal(2, Browse(s_frenchOrGerman, MovieSort.Title, cursor).Items.Count);
    }

    [Theory]
    [InlineData(HotWindow.All, new[] { 2, 4, 1 })]
    [InlineData(HotWindow.Month, new[] { 2, 4, 1 })]
    [InlineData(HotWindow.Week, new[] { 2, 4, 1 })]
    public void Hot_EachWindow_LeavesOutFilmsWithoutRatings(HotWindow window, int[] ids)
    {
        var all = Walk(cursor => MovieList.Hot(SmallCatalogue.View, window, new() { Limit = 1, Cursor = cursor }));

        Assert.Equal(ids, all);
        Assert.Equal([3, 1, null, 2, null], Enumerable.Range(0, 5).Select(place => SmallCatalogue.View.HotRankOf(place, window)));
    }

    [Fact]
    public void Hot_OldFavouriteAndNewFilm_WindowsDiffer()
    {
        var view = new CatalogueView(
            [.. SmallCatalogue.Movies],
            HotMovie.Of(1, Stats(11_000, 5)).Concat(HotMovie.Of(2, Stats(11_040, 2))).Concat(HotMovie.Of(3, Stats(11_010, 4))),
            "times");

        Assert.Equal([1, 3, 2], Ids(HotWindow.All));
        // After 40 days five ratings count 5 x 2^(-40/30) = 1.98, four after 30 days exactly 2: as much as two of today, and the lower id comes first.
        Assert.Equal([2, 3, 1], Ids(HotWindow.Month));
        Assert.Equal([2, 3, 1], Ids(HotWindow.Week));

        IEnumerable<int> Ids(HotWindow window) => MovieList.Hot(view, window, new()).Items.Select(movie => movie.Id);
    }

    [Fact]
    public void Genres_OfTheCatalogue_HaveCounts() => Assert.Equal(
        [new("Comedy", 2), new("Drama", 2), new("Horror", 2)],
        SmallCatalogue.View.Genres);

    static Page<Movie> Browse(MovieFilter filter, MovieSort sort, string? cursor) =>
        MovieList.Browse(SmallCatalogue.View, filter, sort, new() { Cursor = cursor });

    static MovieStats Stats(int day, int votes)
    {
        var stats = MovieStats.Empty;
        for (var vote = 0; vote < votes; vote++) stats = stats.Add(new(6, day, false));
        return stats;
    }

    static List<int> Walk(Func<string?, Page<Movie>> read)
    {
        var all = new List<int>();
        for (string? cursor = null; ;)
        {
            var page = read(cursor);
            all.AddRange(page.Items.Select(movie => movie.Id));
            if ((cursor = page.NextCursor) is null) return all;
        }
    }
}
