using System.CommandLine;
using Matinee.Core.Import;
using Matinee.Local.Import;

namespace Matinee.Local.Commands;

/// <summary><c>matinee import</c>: published data sets into the store.</summary>
static class ImportCommand
{
    public static Command Create()
    {
        var command = new Command("import", "Take published data sets in. The same import once more changes nothing.")
        {
            ImportMovieLensCommand.Create(),
            ImportTablesCommand.TheMoviesDataset(),
            ImportTablesCommand.Tmdb5000(),
            ImportTmdbCommand.Create(),
            List(),
            Remove(),
        };
        return command;
    }

    /// <summary>Imports a set, or says what that would do.</summary>
    public static async Task RunAsync(StoreDeed deed, ImportedSet set, bool isDryRun, Problems problems)
    {
        if (isDryRun)
        {
            var would = DryRun.Of(set);
            await deed.Output.WriteLineAsync(
                $"{set.Source} would have {would.Ratings:N0} ratings of {would.Films:N0} films by {would.Users:N0} people; "
                + $"{would.FilmsAdded:N0} films would be new, and of {would.FilmsFilled:N0} more would be known. Nothing was changed.");
        }
        else
        {
            var outcome = await deed.Store.Import.RunAsync(set, deed.Progress, deed.Cancellation);
            var isSame = (outcome.CountsChanged, outcome.FilmsAdded, outcome.FilmsFilled) == (0, 0, 0);
            await deed.Output.WriteLineAsync(
                $"{set.Source} has {outcome.Ratings:N0} ratings of {outcome.Films:N0} films by {outcome.Users:N0} people; "
                + (isSame ? "all of it was there already." : $"{outcome.FilmsAdded:N0} films are new, of {outcome.FilmsFilled:N0} more is known."));
        }

        await ProblemText.WriteAsync(deed.Output, problems);
    }

    static Command List()
    {
        var command = new Command("list", "Show what was imported.");
        StoreCommand.Set(command, async deed =>
        {
            foreach (var entry in await deed.Store.Import.ListAsync(deed.Cancellation))
            {
                await deed.Output.WriteLineAsync(entry.Completed is { } completed
                    ? $"{entry.Source}: {entry.Ratings:N0} ratings of {entry.Films:N0} films by {entry.Users:N0} people, imported {completed:u}"
                    : $"{entry.Source}: begun {entry.Started:u} and not complete; import it again");
            }
        });
        return command;
    }

    static Command Remove()
    {
        var name = new Argument<string>("source") { Description = "The name of an import, as the list shows it." };
        var command = new Command("remove", "Take the ratings and people of an import out again; films stay.") { name };
        StoreCommand.Set(command, async deed =>
        {
            var source = ImportSource.Named(deed.Parsed.GetRequiredValue(name));
            if ((await deed.Store.Import.ListAsync(deed.Cancellation)).All(entry => entry.Source != source.Name))
                throw new ImportException($"Nothing was imported as {source}. See: matinee import list");
            var outcome = await deed.Store.Import.RemoveAsync(source, deed.Progress, deed.Cancellation);
            await deed.Output.WriteLineAsync($"{source} is gone; the counts of {outcome.CountsChanged:N0} films have changed.");
        });
        return command;
    }
}
