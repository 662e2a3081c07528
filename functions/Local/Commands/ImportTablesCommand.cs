using System.CommandLine;
using Matinee.Core.Import;
using Matinee.Local.Import;
using Matinee.Local.Import.Sources;
using Matinee.Local.Import.Tmdb;

namespace Matinee.Local.Commands;

/// <summary><c>matinee import the-movies-dataset</c> and <c>tmdb-5000</c>: tables drawn from TMDB.</summary>
static class ImportTablesCommand
{
    public static Command TheMoviesDataset() => Create(
        "the-movies-dataset", "Import The Movies Dataset: films with credits and keywords, and MovieLens' ratings of them.", TmdbTableNames.TheMoviesDataset);

    public static Command Tmdb5000() => Create("tmdb-5000", "Import TMDB 5000: films with credits and keywords, no ratings.", TmdbTableNames.Tmdb5000);

    static Command Create(string name, string description, TmdbTableNames names)
    {
        var location = new Argument<string>("location") { Description = "The folder, or a zip archive." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read everything, say what would happen, and change nothing." };
        var command = new Command(name, description) { location, dryRun };
        StoreCommand.SetFilling(command, async deed =>
        {
            using var files = await InputLocation.OpenAsync(deed.Parsed.GetRequiredValue(location), new(), deed.Progress, deed.Cancellation);
            var (source, problems) = (ImportSource.Named(name), new Problems());
            var catalogue = await FilmCatalogue.LoadAsync(deed.Store.Stores.Movies, deed.Store.Blobs, source, deed.Cancellation);
            var set = new TmdbImport(files, names, source, problems, TimeProvider.System).Open(catalogue, deed.Progress, deed.Cancellation);
            await ImportCommand.RunAsync(deed, set, deed.Parsed.GetValue(dryRun), problems);
        });
        return command;
    }
}
