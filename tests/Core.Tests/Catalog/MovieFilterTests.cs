using Matinee.Core.Catalog;

namespace Matinee.Core.Tests.Catalog;

public class MovieFilterTests
{
    static readonly CatalogueView s_view = SmallCatalogue.View;

    [Fact]
    public void Matches_NoFilter_TakesEveryFilm()
    {
        Assert.True(MovieFilter.None.IsEmpty);
        Assert.Equal([1, 2, 3, 4, 5], Ids(MovieFilter.None));
    }

    [Fact]
    public void Matches_SeveralGenres_TakesAnyOrAll()
    {
        Assert.Equal([1, 2, 4], Ids(new() { Genres = ["comedy", "Horror"] }));
        Assert.Equal([4], Ids(new() { Genres = ["comedy", "Horror"], AllGenres = true }));
        Assert.Empty(Ids(new() { Genres = ["Opera"] }));
    }

    [Fact]
    public void Matches_Years_TakesFirstAndLastAndLeavesOutUnknown()
    {
        Assert.Equal([2, 3], Ids(new() { YearFrom = 1990, YearTo = 1999 }));
        Assert.Equal([2, 3, 4], Ids(new() { YearFrom = 1990 }));
        Assert.Equal([1, 2], Ids(new() { YearTo = 1990 }));
        Assert.Empty(Ids(new() { YearFrom = 2000, YearTo = 1999 }));
    }

    [Fact]
    public void Matches_Runtime_TakesFirstAndLastAndLeavesOutUnknown()
    {
        Assert.Equal([1, 3], Ids(new() { RuntimeFrom = 90, RuntimeTo = 120 }));
        Assert.Equal([1, 2], Ids(new() { RuntimeTo = 90 }));
    }

    [Fact]
    public void Matches_LanguagesPersonVotes_AreAllNeeded()
    {
        Assert.Equal([1, 3, 4], Ids(new() { Languages = ["FR", "de"] }));
        Assert.Equal([2, 3], Ids(new() { Person = "ada lang" }));
        Assert.Equal([1, 2, 4], Ids(new() { MinVotes = 1 }));
        Assert.Equal([4], Ids(new() { MinVotes = 2, Languages = ["fr"] }));
        Assert.Equal([2], Ids(new() { Person = "Ada Lang", MinVotes = 1 }));
    }

    [Fact]
    public void PlacesIn_Filter_IsTheSetOfMatches()
    {
        var filter = new MovieFilter { Genres = ["Comedy"] };
        var places = filter.PlacesIn(s_view);

        for (var place = 0; place < s_view.Movies.Length; place++) Assert.Equal(filter.Matches(s_view, place), places.Contains(place));
        Assert.Equal(2, places.Count);
    }

    [Fact]
    public void Digest_SameFilterInOtherWords_IsTheSame()
    {
        var filter = new MovieFilter { Genres = ["Comedy", "Horror"], Languages = ["fr"] };

        Assert.Equal(filter.Digest, new MovieFilter { Genres = ["horror", "comedy", "Comedy"], Languages = ["FR"] }.Digest);
        MovieFilter[] others =
        [
            MovieFilter.None, filter with { AllGenres = true }, filter with { Genres = ["Comedy"] }, filter with { YearFrom = 1990 },
            filter with { YearTo = 1990 }, filter with { RuntimeFrom = 90 }, filter with { RuntimeTo = 90 }, filter with { Languages = [] },
            filter with { Person = "Ada Lang" }, filter with { MinVotes = 1 },
        ];
        Assert.Equal(others.Length + 1, others.Append(filter).Select(one => one.Digest).Distinct().Count());
        Assert.All(others.Skip(1), other => Assert.False(other.IsEmpty));
    }

    static IEnumerable<int> Ids(MovieFilter filter) =>
        Enumerable.Range(0, s_view.Movies.Length).Where(place => filter.Matches(s_view, place)).Select(place => s_view.Movies[place].Id);
}
