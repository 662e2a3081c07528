using System.CommandLine;
using Matinee.Core.Import;
using Matinee.Local.Import;
using Matinee.Local.Import.MovieLens;
using Matinee.Local.Import.Sources;

namespace Matinee.Local.Commands;

/// <summary><c>matinee import movielens</c>: any of MovieLens' data sets.</summary>
static class ImportMovieLensCommand
{
    public static Command Create()
    {
        var location = new Argument<string>("location") { Description = "A folder, a zip archive, or an http(s) address of one." };
        var name = new Option<string?>("--name") { Description = "What to call the import; without it the name of the folder or archive." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read everything, say what would happen, and change nothing." };
        var allowPrivate = new Option<bool>("--allow-private") { Description = "Download from the own network, too." };
        var command = new Command("movielens", "Import ml-latest, ml-latest-small, 32m, 25m, 20m, 10m, 1m or 100k.") { location, name, dryRun, allowPrivate };
        StoreCommand.SetFilling(command, async deed =>
        {
            var download = new DownloadOptions { AllowPrivate = deed.Parsed.GetValue(allowPrivate) };
            using var files = await InputLocation.OpenAsync(deed.Parsed.GetRequiredValue(location), download, deed.Progress, deed.Cancellation);
            var source = ImportSource.Named(deed.Parsed.GetValue(name) ?? InputLocation.SourceNameOf(files));
            if (source.IsSimulated) throw new ImportException($"{source} is the name of simulated people. Choose another with --name.");
            var problems = new Problems();
            var catalogue = await FilmCatalogue.LoadAsync(deed.Store.Stores.Movies, deed.Store.Blobs, source, deed.Cancellation);
            var set = new MovieLensImport(files, source, problems, TimeProvider.System).Open(catalogue, deed.Progress, deed.Cancellation);
            await ImportCommand.RunAsync(deed, set, deed.Parsed.GetValue(dryRun), problems);
        });
        return command;
    }
}
