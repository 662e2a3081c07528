using Matinee.Core.Import;
using Matinee.Local.Import;
using Matinee.Local.Import.Sources;
using Matinee.Local.Import.Tmdb;

namespace Matinee.Local.Tests.Import;

public class TmdbImportTests
{
    const string Header =
        "adult,belongs_to_collection,budget,genres,homepage,id,imdb_id,original_language,original_title,overview,popularity,poster_path,production_companies,"
        + "production_countries,release_date,revenue,runtime,spoken_languages,status,tagline,title,video,vote_average,vote_count\n";

    // The third row is one of those that have slipped; the fourth says a film twice.
    static void WriteDataset(TemporaryFolder folder)
    {
        folder.Write("set/movies_metadata.csv", Header
            + "False,,0,\"[{'id': 16, 'name': 'Animation'}, {'id': 10751, 'name': 'Family'}]\",,862,tt0114709,en,Toy Story,\"Led by Woody, Andy's toys\nlive happily.\",21.9,/rh.jpg,[],[],1995-10-30,1.0,81.0,[],Released,,Toy Story,False,7.7,5415.0\n"
            + "False,,0,\"[{'id': 878, 'name': 'Science Fiction'}]\",,194,tt0211915,fr,Le Fabuleux Destin d'Amélie Poulain,No overview found.,1,,[],[],2001-04-25,1.0,0.0,[],Released,,Amélie,False,7,1\n"
            + "- Written by Ørnås,0.065736,/ff.jpg,\"[{'name': 'Carousel', 'id': 11176}]\",\"[{'iso': 'US'}]\",1997-08-20,0,104.0,\"[{'iso_639_1': 'en'}]\",Released,,Midnight Man,False,6.0,1,,,,,,,,,\n"
            + "False,,0,[],,862,tt0114709,en,Toy Story,again,21.9,/rh.jpg,[],[],1995-10-30,1.0,81.0,[],Released,,Toy Story,False,7.7,5415.0\n"
            + "False,,0,[{'id',,9,tt0000009,en,Broken,x,1,,[],[],1990-01-01,1,90,[],Released,,Broken,False,1,1\n");
        folder.Write("set/credits.csv",
            "cast,crew,id\n\"[{'name': 'Tom Hanks', 'order': 0}, {'name': 'Tim Allen', 'order': 1}]\",\"[{'job': 'Director', 'name': 'John Lasseter'}, {'job': 'Writer', 'name': 'Joss Whedon'}]\",862\n");
        folder.Write("set/keywords.csv", "id,keywords\n862,\"[{'id': 931, 'name': 'Jealousy'}, {'id': 4290, 'name': 'toy'}]\"\n");
        folder.Write("set/links.csv", "movieId,imdbId,tmdbId\n1,0114709,862\n4973,0211915,194.0\n5,0000001,\n");
        folder.Write("set/ratings_small.csv", "userId,movieId,rating,timestamp\n1,1,4.0,964982703\n1,4973,2.5,964982703\n2,1,5.0,964982703\n");
    }

    [Fact]
    public async Task TheMoviesDataset_WithBrokenRows_ReportsThemAndImportsTheRest()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        await using var store = await LocalStore.OpenAsync();
        WriteDataset(folder);
        var (outcome, problems) = await ImportAsync(store, Path.Combine(folder.Path, "set"), TmdbTableNames.TheMoviesDataset);
        Assert.Equal(new(3, 2, 2, 2, 0, 2), outcome);
        Assert.Equal(2, problems.Count);
        Assert.Contains(problems.First, problem => problem.Contains("columns have slipped", StringComparison.Ordinal));
        Assert.Contains(problems.First, problem => problem.Contains("movies_metadata.csv line 7: At character", StringComparison.Ordinal));

        var films = (await store.CatalogueAsync(ImportSource.Named("x"))).Films.ToDictionary(film => film.Title);
        var toyStory = films["Toy Story"];
        Assert.Equal(("tt0114709", 862, 1, 1995, 81, "en"), (toyStory.ImdbId, toyStory.TmdbId, toyStory.MovieLensId, toyStory.Year, toyStory.RuntimeMinutes, toyStory.Language));
        Assert.Equal("Animation Children", string.Join(' ', toyStory.Genres));
        Assert.Equal("John Lasseter|Tom Hanks|Tim Allen|jealousy|toy", string.Join('|', toyStory.Directors.Concat(toyStory.Cast).Concat(toyStory.Keywords)));
        Assert.Equal("https://image.tmdb.org/t/p/w500/rh.jpg", toyStory.PosterUrl);
        Assert.StartsWith("Led by Woody", toyStory.Overview, StringComparison.Ordinal);
        var amelie = films["Amélie"];
        Assert.Equal(("Le Fabuleux Destin d'Amélie Poulain", null, null, "Sci-Fi"), (amelie.OriginalTitle, amelie.Overview, amelie.RuntimeMinutes, Assert.Single(amelie.Genres)));
        Assert.Equal(2, (await store.Stores.Reviews.StatsAsync(toyStory.Id)).Count);

        var (dump, blobs) = (await store.DumpAsync(), await store.BlobListAsync());
        await ImportAsync(store, Path.Combine(folder.Path, "set"), TmdbTableNames.TheMoviesDataset);
        Assert.Equal(dump, await store.DumpAsync());
        Assert.Equal(blobs, await store.BlobListAsync());
    }

    [Fact]
    public async Task TheMoviesDataset_AfterMovieLens_AddsWhatIsMissingToItsFilms()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        await using var store = await LocalStore.OpenAsync();
        WriteDataset(folder);
        await SampleSets.ImportAsync(store, SampleSets.Csv(folder));
        var (outcome, _) = await ImportAsync(store, Path.Combine(folder.Path, "set"), TmdbTableNames.TheMoviesDataset);
        Assert.Equal((0, 2), (outcome.FilmsAdded, outcome.FilmsFilled));
        var toyStory = (await store.CatalogueAsync(ImportSource.Named("x"))).Films.Single(film => film.Title == "Toy Story");
        Assert.Equal(("pixar", "John Lasseter"), (Assert.Single(toyStory.Keywords), Assert.Single(toyStory.Directors)));
        Assert.Equal(4, (await store.Stores.Reviews.StatsAsync(toyStory.Id)).Count);
    }

    [Fact]
    public async Task Tmdb5000_JsonColumns_GiveFilmsWithoutRatings()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        await using var store = await LocalStore.OpenAsync();
        folder.Write("five/tmdb_5000_movies.csv",
            "budget,genres,homepage,id,keywords,original_language,original_title,overview,popularity,production_companies,production_countries,release_date,revenue,runtime,spoken_languages,status,tagline,title,vote_average,vote_count\n"
            + "237,\"[{\"\"id\"\": 28, \"\"name\"\": \"\"Action\"\"}]\",x,19995,\"[{\"\"id\"\": 1463, \"\"name\"\": \"\"culture clash\"\"}]\",en,Avatar,A marine.,150,[],[],2009-12-10,1,162,[],Released,x,Avatar,7.2,11800\n");
        folder.Write("five/tmdb_5000_credits.csv",
            "movie_id,title,cast,crew\n19995,Avatar,\"[{\"\"name\"\": \"\"Sam Worthington\"\"}]\",\"[{\"\"job\"\": \"\"Director\"\", \"\"name\"\": \"\"James Cameron\"\"}]\"\n");
        var (outcome, problems) = await ImportAsync(store, Path.Combine(folder.Path, "five"), TmdbTableNames.Tmdb5000);
        Assert.Equal((new ImportOutcome(0, 0, 0, 1, 0, 0), 0L), (outcome, problems.Count));
        var film = Assert.Single((await store.CatalogueAsync(ImportSource.Named("x"))).Films);
        Assert.Equal("Avatar 2009 162 James Cameron Sam Worthington culture clash Action", $"{film.Title} {film.Year} {film.RuntimeMinutes} {film.Directors[0]} {film.Cast[0]} {film.Keywords[0]} {film.Genres[0]}");
    }

    [Fact]
    public async Task TheMoviesDataset_AnyDamage_GivesOneMessageOrASoundImport()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        WriteDataset(folder);
        var (random, set, told) = (new Random(13), Path.Combine(folder.Path, "set"), 0);
        var files = Directory.GetFiles(set).ToDictionary(static file => file, File.ReadAllBytes);
        for (var round = 0; round < 200; round++)
        {
            foreach (var (file, sound) in files) await File.WriteAllBytesAsync(file, SampleSets.Damaged(sound, random), TestContext.Current.CancellationToken);
            try
            {
                using var opened = await InputLocation.OpenAsync(set, new(), null, default);
                var read = new TmdbImport(opened, TmdbTableNames.TheMoviesDataset, ImportSource.Named("set"), new Problems(), TimeProvider.System).Open(new([]), null, default);
                var would = DryRun.Of(read);
                Assert.True(would is { Ratings: >= 0 and <= 3, Films: >= 0 and <= 5 }, $"{would}");
            }
            catch (ImportException error)
            {
                Assert.NotEmpty(error.Message);
                told++;
            }
        }

        Assert.InRange(told, 1, 199);
    }

    [Fact]
    public async Task Import_WrongFolder_IsTold()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        await using var store = await LocalStore.OpenAsync();
        var error = await Assert.ThrowsAsync<ImportException>(() => ImportAsync(store, SampleSets.Csv(folder), TmdbTableNames.Tmdb5000));
        Assert.Contains("tmdb_5000_movies.csv", error.Message, StringComparison.Ordinal);
        Assert.Empty(await store.BlobListAsync());
    }

    static async Task<(ImportOutcome Outcome, Problems Problems)> ImportAsync(LocalStore store, string location, TmdbTableNames names)
    {
        using var files = await InputLocation.OpenAsync(location, new(), null, default);
        var (source, problems) = (ImportSource.Named("tables"), new Problems());
        var set = new TmdbImport(files, names, source, problems, TimeProvider.System).Open(await store.CatalogueAsync(source), null, default);
        return (await store.Import.RunAsync(set), problems);
    }
}
