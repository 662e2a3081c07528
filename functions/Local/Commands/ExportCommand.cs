using System.CommandLine;
using Matinee.Core.Import;
using Matinee.Local.Export;
using Matinee.Local.Import;

namespace Matinee.Local.Commands;

/// <summary><c>matinee export</c>: ratings and films as files that can be imported again.</summary>
static class ExportCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "Where to write the files to." };
        var only = new Option<string?>("--source") { Description = "Only what was imported under that name; its people keep their numbers." };
        var command = new Command("export", "Write ratings, films and people as CSV, as MovieLens lays them out. Accounts appear as numbers alone.") { folder, only };
        StoreCommand.Set(command, async deed =>
        {
            var source = deed.Parsed.GetValue(only) is { } name ? ImportSource.Named(name) : null;
            if (source is not null && (await deed.Store.Import.ListAsync(deed.Cancellation)).All(entry => entry.Source != source.Name))
                throw new ImportException($"Nothing was imported as {source}. See: matinee import list");
            var snapshot = (await deed.Store.Snapshots.RefreshAsync(cancellation: deed.Cancellation)).Snapshot;
            var films = await FilmCatalogue.LoadAsync(deed.Store.Stores.Movies, deed.Store.Blobs, source ?? ImportSource.Community, deed.Cancellation);
            var people = await BulkImport.PeopleAsync(deed.Store.Blobs, deed.Cancellation);
            var target = deed.Parsed.GetRequiredValue(folder);
            var count = new MovieLensExport(snapshot, films, people).Write(target, source, deed.Progress, deed.Cancellation);
            await deed.Output.WriteLineAsync($"{count:N0} ratings are in {target}.");
        });
        return command;
    }
}
