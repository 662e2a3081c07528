using Matinee.Core.Catalog;

namespace Matinee.Contract.Tests.Stores;

public sealed class MoviesTestsInProcess(StoresInProcess stores) : MoviesTests(stores), IClassFixture<StoresInProcess>;

public sealed class MoviesTestsOverHttp(StoresOverHttp stores) : MoviesTests(stores), IClassFixture<StoresOverHttp>;

public sealed class MoviesTestsOnAccount(StoresOnAccount stores) : MoviesTests(stores), IClassFixture<StoresOnAccount>;

public abstract class MoviesTests(StoresFixture fixture) : StoreTests(fixture)
{
    [Fact]
    public async Task Find_UnknownMovie_IsNull() => Assert.Null(await Stores.Movies.FindAsync(NewMovie()));

    [Fact]
    public async Task Save_EveryField_ComesBack()
    {
        var movie = new Movie
        {
            Id = NewMovie(),
            Title = "Амели \"☕\" /?#",
            OriginalTitle = "Le Fabuleux Destin d'Amélie Poulain",
            Year = 2001,
            Genres = ["Comedy", "Romance"],
            RuntimeMinutes = 122,
            Directors = ["Jean-Pierre Jeunet"],
            Cast = ["Audrey Tautou", "Mathieu Kassovitz"],
            Keywords = ["paris", "café"],
            Overview = "A waitress\nchanges lives.",
            Language = "fr",
            MovieLensId = 4973,
            ImdbId = "tt0211915",
            TmdbId = 194,
            PosterUrl = "https://example.org/a.jpg",
        };

        await Stores.Movies.SaveAsync([movie, Plain(NewMovie(), "Other")]);

        Assert.Equivalent(movie, (await Stores.Movies.FindAsync(movie.Id))!.Value, strict: true);
    }

    [Fact]
    public async Task Save_Again_ReplacesAndChangesTheETag()
    {
        var id = NewMovie();
        await Stores.Movies.SaveAsync([Plain(id, "Old") with { Year = 1999 }]);
        var before = await Stores.Movies.FindAsync(id);
        await Stores.Movies.SaveAsync([Plain(id, "New")]);
        var after = await Stores.Movies.FindAsync(id);

        Assert.Equal(("New", null), (after!.Value.Title, after.Value.Year));
        Assert.NotEqual(before!.ETag, after.ETag);
    }

    [Fact]
    public async Task Find_Several_GivesThoseThatExistOnce()
    {
        var (one, two, missing) = (NewMovie(), NewMovie(), NewMovie());
        await Stores.Movies.SaveAsync([Plain(one, "One"), Plain(two, "Two")]);

        Assert.Equal(["One", "Two"], (await Stores.Movies.FindAsync([two, missing, one, two])).Select(movie => movie.Title).Order());
        Assert.Equal(["One"], (await Stores.Movies.FindAsync([one])).Select(movie => movie.Title));
        Assert.Empty(await Stores.Movies.FindAsync([missing]));
        Assert.Empty(await Stores.Movies.FindAsync([]));
    }

    [Fact]
    public async Task Changes_FromTheBeginningAndThenOn_MissNothing()
    {
        var ids = Enumerable.Range(0, 1_100).Select(_ => NewMovie()).ToList();
        await Stores.Movies.SaveAsync([.. ids.Select(id => Plain(id, "First"))]);

        var (all, continuation) = await Pull(null);
        await Stores.Movies.SaveAsync([Plain(ids[7], "Second")]);
        await Stores.Movies.SaveAsync([Plain(ids[7], "Third")]);
        var (later, _) = await Pull(continuation);

        Assert.Superset(ids.ToHashSet(), all.Select(movie => movie.Id).ToHashSet());
        Assert.Contains(("Third", ids[7]), later.Select(movie => (movie.Title, movie.Id)));
        Assert.DoesNotContain("First", later.Select(movie => movie.Title));
    }

    static Movie Plain(int id, string title) => new() { Id = id, Title = title };

    async Task<(List<Movie> Movies, string Continuation)> Pull(string? since)
    {
        var movies = new List<Movie>();
        while (true)
        {
            var changes = await Stores.Movies.ChangesAsync(since);
            movies.AddRange(changes.Items);
            since = changes.Continuation;
            if (changes.IsLast) return (movies, since);
        }
    }
}
