using Matinee.Core.Ratings;

namespace Matinee.Contract.Tests.Stores;

public sealed class HotMoviesTestsInProcess(StoresInProcess stores) : HotMoviesTests(stores), IClassFixture<StoresInProcess>;

public sealed class HotMoviesTestsOverHttp(StoresOverHttp stores) : HotMoviesTests(stores), IClassFixture<StoresOverHttp>;

public sealed class HotMoviesTestsOnAccount(StoresOnAccount stores) : HotMoviesTests(stores), IClassFixture<StoresOnAccount>;

public abstract class HotMoviesTests(StoresFixture fixture) : StoreTests(fixture)
{
    [Fact]
    public async Task Save_OlderRevision_ChangesNothing()
    {
        var movie = Movie(NewMovie(), 10, revision: 5) with { Days = [new(11_000, 3, 20), new(11_002, 1, 9)] };
        await Stores.HotMovies.SaveAsync(movie);
        await Stores.HotMovies.SaveAsync(movie with { Revision = 4, Score = 99 });
        await Stores.HotMovies.SaveAsync(movie with { Revision = 5, Score = 98 });
        var kept = await Find(movie);
        await Stores.HotMovies.SaveAsync(movie with { Revision = 6, Score = 12.5, Count = 8, HalvesSum = 40, Days = [] });

        Assert.Equivalent(movie, kept, strict: true);
        Assert.Equivalent(movie with { Revision = 6, Score = 12.5, Count = 8, HalvesSum = 40, Days = [] }, await Find(movie), strict: true);
    }

    [Fact]
    public async Task Save_ManyRevisionsAtOnce_TheLatestStays()
    {
        var movie = Movie(NewMovie(), 1, revision: 0);

        await Task.WhenAll(Enumerable.Range(1, 20).Reverse().Select(i => Stores.HotMovies.SaveAsync(movie with { Revision = i, Score = i })));

        Assert.Equal((20L, 20.0), ((await Find(movie)).Revision, (await Find(movie)).Score));
    }

    [Fact]
    public async Task List_Window_IsTheHottestFirstWithoutThoseNobodyRated()
    {
        var scores = new[] { 1700.125, 1700.125, 1699.5, 12, 1700.25, 3, 3, 3, 1e-9 };
        var movies = scores.Select(score => Movie(NewMovie(), score, 1)).ToList();
        foreach (var movie in movies) await Stores.HotMovies.SaveAsync(movie);
        var nobody = Movie(NewMovie(), 0, 1);
        await Stores.HotMovies.SaveAsync(nobody);
        await Stores.HotMovies.SaveAsync(nobody with { Window = HotWindow.Month, Score = 1 });

        var list = await Drain(page => Stores.HotMovies.ListAsync(HotWindow.Week, page), 2);
        var own = movies.Select(movie => movie.MovieId).ToHashSet();

        Assert.Equal(
            movies.OrderByDescending(movie => movie.Score).ThenByDescending(movie => movie.MovieId).Select(movie => movie.MovieId),
            list.Where(movie => own.Contains(movie.MovieId)).Select(movie => movie.MovieId));
        Assert.DoesNotContain(nobody.MovieId, list.Select(movie => movie.MovieId));
        Assert.Equal(list.Select(movie => movie.MovieId).Order(), (await Stores.HotMovies.AllAsync(HotWindow.Week)).Select(movie => movie.MovieId).Order());
    }

    static HotMovie Movie(int id, double score, long revision) =>
        new() { Window = HotWindow.Week, MovieId = id, Revision = revision, Score = score, Count = 4, HalvesSum = 29 };

    async Task<HotMovie> Find(HotMovie movie) => Assert.Single(await Stores.HotMovies.AllAsync(movie.Window), found => found.MovieId == movie.MovieId);
}
