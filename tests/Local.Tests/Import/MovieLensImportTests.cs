using Matinee.Core.Import;
using Matinee.Core.Ratings;

namespace Matinee.Local.Tests.Import;

public class MovieLensImportTests
{
    [Theory]
    [InlineData("csv", "ml-test")]
    [InlineData("zip", "ml-test")]
    [InlineData("dat", "ml-1m")]
    [InlineData("tab", "ml-100k")]
    public async Task Import_EachLayout_GivesTheSameRatingsAndCounts(string layout, string source)
    {
        using var folder = new TemporaryFolder(inMemory: true);
        await using var store = await LocalStore.OpenAsync();
        var location = layout switch
        {
            "csv" => SampleSets.Csv(folder),
            "zip" => SampleSets.Zip(folder, SampleSets.Csv(folder)),
            "dat" => SampleSets.Dat(folder),
            _ => SampleSets.Tab(folder),
        };
        var (outcome, problems) = await SampleSets.ImportAsync(store, location);

        Assert.Equal(new(6, 3, 4, 4, 0, 4), outcome);
        Assert.Equal(0, problems.Count);
        var films = (await store.CatalogueAsync(ImportSource.Named(source))).Numbers;
        Assert.Empty(films);
        var byTitle = (await store.CatalogueAsync(ImportSource.Named(source))).Films.ToDictionary(film => film.Title);
        Assert.Equal(["Amélie", "The American President", "The Postman", "Toy Story"], byTitle.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Le Fabuleux destin d'Amélie Poulain", byTitle["Amélie"].OriginalTitle);
        Assert.Equal("Animation Children", string.Join(' ', byTitle["Toy Story"].Genres));
        Assert.Empty(byTitle["The American President"].Genres);
        string[] titles = ["", "Toy Story", "", "Amélie", "The Postman", "", "The American President"];
        var expected = SampleSets.Ratings.Select(r => ($"{source}:{r.User}", byTitle[titles[r.Film]].Id, (double?)r.Stars, r.Time)).Order();
        var snapshot = (await store.Snapshots.OpenAsync())!;
        Assert.Equal(expected, snapshot.All().Select(r => (r.UserId, r.MovieId, r.Stars, r.RatedAt.ToUnixTimeSeconds())).Order());
        foreach (var film in SampleSets.Ratings.GroupBy(r => r.Film))
        {
            var stats = await store.Stores.Reviews.StatsAsync(byTitle[titles[film.Key]].Id);
            Assert.Equal((film.Count(), film.Average(r => r.Stars)), (stats.Count, stats.MeanStars));
        }
    }

    [Fact]
    public async Task Import_CsvSet_TakesIdsAndTheTagsPeopleAgreeOn()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        await using var store = await LocalStore.OpenAsync();
        await SampleSets.ImportAsync(store, SampleSets.Csv(folder));
        var films = (await store.CatalogueAsync(ImportSource.Named("x"))).Films.ToDictionary(film => film.MovieLensId!.Value);
        Assert.Equal(("tt0114709", 862, "pixar"), (films[1].ImdbId, films[1].TmdbId, Assert.Single(films[1].Keywords)));
        Assert.Equal(("tt0112346", (int?)null, "wash, dc"), (films[6].ImdbId, films[6].TmdbId, Assert.Single(films[6].Keywords)));
    }

    [Fact]
    public async Task Import_SetsWithPeople_KeepWhatTheyTell()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        await using var store = await LocalStore.OpenAsync();
        await SampleSets.ImportAsync(store, SampleSets.Dat(folder));
        await SampleSets.ImportAsync(store, SampleSets.Tab(folder));
        var people = await BulkImport.PeopleAsync(store.Blobs);
        Assert.Equal(6, people.Count);
        Assert.Equal((15, "female", "student"), (people["ml-1m:1"].Age, people["ml-1m:1"].Gender, people["ml-1m:1"].Occupation));
        Assert.Equal((56, "male", "self-employed"), (people["ml-1m:2"].Age, people["ml-1m:2"].Gender, people["ml-1m:2"].Occupation));
        Assert.Null(people["ml-1m:3"].Occupation);
        Assert.Equal((53, "female", "other"), (people["ml-100k:2"].Age, people["ml-100k:2"].Gender, people["ml-100k:2"].Occupation));
        Assert.Null(people["ml-100k:3"].Occupation);
    }

    [Fact]
    public async Task Import_AnotherSetOfTheSameFilms_DoublesNone()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        await using var store = await LocalStore.OpenAsync();
        await SampleSets.ImportAsync(store, SampleSets.Tab(folder));
        var (outcome, _) = await SampleSets.ImportAsync(store, SampleSets.Csv(folder));
        Assert.Equal((0, 4), (outcome.FilmsAdded, outcome.FilmsFilled));
        var toyStory = (await store.CatalogueAsync(ImportSource.Named("x"))).Films.Single(film => film.Title == "Toy Story");
        Assert.Equal(4, (await store.Stores.Reviews.StatsAsync(toyStory.Id)).Count);
    }

    [Fact]
    public async Task Import_TheSameOnceMore_ChangesNothingAtAll()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        await using var store = await LocalStore.OpenAsync();
        foreach (var location in (string[])[SampleSets.Csv(folder), SampleSets.Dat(folder), SampleSets.Tab(folder)])
        {
            var first = await SampleSets.ImportAsync(store, location);
            var (dump, blobs) = (await store.DumpAsync(), await store.BlobListAsync());
            var (second, _) = await SampleSets.ImportAsync(store, location);
            Assert.Equal(first.Outcome with { FilmsAdded = 0, FilmsFilled = 0, CountsChanged = 0 }, second);
            Assert.Equal(dump, await store.DumpAsync());
            Assert.Equal(blobs, await store.BlobListAsync());
        }
    }

    [Fact]
    public async Task Import_ChangedSet_TakesThePlaceOfWhatItBroughtAndLeavesOthers()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        await using var store = await LocalStore.OpenAsync();
        await SampleSets.ImportAsync(store, SampleSets.Tab(folder));
        var others = await store.DumpAsync();
        await SampleSets.ImportAsync(store, SampleSets.Csv(folder));
        var film = (await store.CatalogueAsync(ImportSource.Named("x"))).Films.Single(film => film.Title == "Toy Story").Id;
        await store.RateAsync("viewer", film, 0.5);
        await store.Snapshots.RefreshAsync();

        await SampleSets.ImportAsync(store, SampleSets.Csv(folder, ratings: _ => "userId,movieId,rating,timestamp\n2,1,1.5,1445714994\n9,1,2.5,1445714994\n"));
        var stats = await store.Stores.Reviews.StatsAsync(film);
        int[] counts = [1, 0, 1, 0, 1, 0, 0, 1, 0, 1];
        Assert.Equal(counts, stats.Counts);
        var hot = (await store.Stores.HotMovies.AllAsync(HotWindow.All)).Single(hot => hot.MovieId == film);
        Assert.Equal((5, stats.HalvesSum), (hot.Count, hot.HalvesSum));
        string[] expected = ["ml-100k:1", "ml-100k:2", "ml-test:2", "ml-test:9", "viewer"];
        Assert.Equal(expected, (await store.Snapshots.OpenAsync())!.All().Where(rating => rating.MovieId == film).Select(rating => rating.UserId).Order(StringComparer.Ordinal));

        await store.Import.RemoveAsync(ImportSource.Named("ml-test"));
        Assert.Equal(3, (await store.Stores.Reviews.StatsAsync(film)).Count);
        Assert.Equal(["ml-100k"], (await store.Import.ListAsync()).Select(entry => entry.Source));
        var withoutFilms = (string dump) => string.Join('\n', dump.Split('\n').Where(line => line.StartsWith("RatingUpdate { UserId = ml", StringComparison.Ordinal) || line.StartsWith("Imported", StringComparison.Ordinal)));
        Assert.Equal(withoutFilms(others), withoutFilms(await store.DumpAsync()));
    }

    [Fact]
    public async Task Import_SomeBadRows_LeavesThemOutAndSaysWhere()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        await using var store = await LocalStore.OpenAsync();
        var (outcome, problems) = await SampleSets.ImportAsync(store, SampleSets.Csv(folder, ratings: text => text + "5,1,9.0,964982703\n5,77,3.0,964982703\nnonsense\n"));
        Assert.Equal((6, 3), (outcome.Ratings, outcome.Users));
        Assert.Equal(3, problems.Count);
        Assert.Contains("ratings.csv line 8: 9 stars are not one of 0.5, 1, 1.5, ... 5", problems.First);
        Assert.Contains(problems.First, problem => problem.Contains("film 77", StringComparison.Ordinal));
        Assert.Contains("ratings.csv line 10: it does not begin with the number of a user", problems.First);
    }
}
