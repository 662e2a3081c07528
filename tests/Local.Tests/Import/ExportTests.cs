using Matinee.Core.Import;
using Matinee.Local.Export;

namespace Matinee.Local.Tests.Import;

public class ExportTests
{
    [Fact]
    public async Task Export_ImportedAgain_GivesTheSameFilmsRatingsAndPeople()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        await using var first = await LocalStore.OpenAsync();
        await SampleSets.ImportAsync(first, SampleSets.Csv(folder));
        await SampleSets.ImportAsync(first, SampleSets.Tab(folder));
        await first.RateAsync("viewer", 10_000, 4.5);
        await ExportAsync(first, Path.Combine(folder.Path, "all"), null);

        await using var second = await LocalStore.OpenAsync();
        var (outcome, problems) = await SampleSets.ImportAsync(second, Path.Combine(folder.Path, "all"));
        Assert.Equal((13, 7, 0), (outcome.Ratings, outcome.Users, problems.Count));
        Assert.Equal(await FilmsAsync(first), await FilmsAsync(second));
        Assert.Equal(await RatingsAsync(first), await RatingsAsync(second));
        Assert.Equal(
            (await BulkImport.PeopleAsync(first.Blobs)).Values.Select(person => person.ToFacts()).OrderBy(facts => facts.Age).Select(facts => facts.ToString()),
            (await BulkImport.PeopleAsync(second.Blobs)).Values.Select(person => person.ToFacts()).OrderBy(facts => facts.Age).Select(facts => facts.ToString()));
        Assert.DoesNotContain("viewer", File.ReadAllText(Path.Combine(folder.Path, "all", MovieLensExport.Ratings)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OneSource_IsByteForByteTheSameAfterARoundTrip()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        await using var first = await LocalStore.OpenAsync();
        await SampleSets.ImportAsync(first, SampleSets.Tab(folder));
        await ExportAsync(first, Path.Combine(folder.Path, "one"), ImportSource.Named("ml-100k"));
        await using var second = await LocalStore.OpenAsync();
        await SampleSets.ImportAsync(second, Path.Combine(folder.Path, "one"), "again");
        await ExportAsync(second, Path.Combine(folder.Path, "two"), ImportSource.Named("again"));
        foreach (var file in Directory.GetFiles(Path.Combine(folder.Path, "one")))
            Assert.Equal(await File.ReadAllTextAsync(file), await File.ReadAllTextAsync(Path.Combine(folder.Path, "two", Path.GetFileName(file))));
    }

    static async Task ExportAsync(LocalStore store, string target, ImportSource? source)
    {
        var snapshot = (await store.Snapshots.RefreshAsync()).Snapshot;
        new MovieLensExport(snapshot, await store.CatalogueAsync(ImportSource.Community), await BulkImport.PeopleAsync(store.Blobs)).Write(target, source, null, default);
    }

    static async Task<IEnumerable<string>> FilmsAsync(LocalStore store) =>
        (await store.CatalogueAsync(ImportSource.Community)).Films
            .Select(film => $"{film.Title}|{film.OriginalTitle}|{film.Year}|{string.Join(',', film.Genres)}|{film.MovieLensId}|{film.ImdbId}|{film.TmdbId}").Order(StringComparer.Ordinal);

    static async Task<IEnumerable<string>> RatingsAsync(LocalStore store)
    {
        var films = await store.CatalogueAsync(ImportSource.Community);
        return (await store.Snapshots.OpenAsync())!.All().Select(rating => $"{films[rating.MovieId].Title}|{rating.Stars}|{rating.RatedAt.ToUnixTimeSeconds()}").Order(StringComparer.Ordinal);
    }
}
