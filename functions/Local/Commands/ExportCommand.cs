using System.CommandLine;
using Matinee.Core.Import;
using Matinee.Core.Training;
using Matinee.Local.Export;
using Matinee.Local.Hosting;
using Matinee.Local.Import;
using Matinee.Local.Spark;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Local.Commands;

/// <summary><c>matinee export</c>: ratings and films as files that can be imported again.</summary>
static class ExportCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "Where to write the files to." };
        var only = new Option<string?>("--source") { Description = "Only what was imported under that name; its people keep their numbers." };
        var parquet = new Option<bool>("--parquet") { Description = "Only the ratings that models may learn from, as one Parquet file, for Spark." };
        var command = new Command("export", "Write ratings, films and people as CSV, as MovieLens lays them out. Accounts appear as numbers alone.") { folder, only, parquet };
        StoreCommand.Set(command, async deed =>
        {
            if (deed.Parsed.GetValue(parquet))
            {
                if (deed.Parsed.GetValue(only) is not null) throw new LocalException("--parquet writes what all models learn from: leave --source out.");
                await WriteTableAsync(deed, deed.Parsed.GetRequiredValue(folder));
                return;
            }

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

    static async Task WriteTableAsync(StoreDeed deed, string folder)
    {
        await using var services = deed.Store.CreateServices(deed.Logs);
        var ratings = await services.GetRequiredService<TrainingInputs>().RatingsAsync(new TrainingStages(deed.Progress), deed.Cancellation);
        var data = RatingTable.Write(folder, ratings, deed.Progress, deed.Cancellation);
        await deed.Output.WriteLineAsync($"{data.Ratings:N0} ratings of {data.Movies:N0} films by {data.Users:N0} people are in {Path.Combine(folder, RatingTable.FileName)}.");
    }
}
