using System.CommandLine;
using Matinee.Core.Accounts;
using Matinee.Core.Models;
using Matinee.Local.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Local.Commands;

/// <summary><c>matinee people</c>: does for people who ask in writing what they can do for themselves on the site.</summary>
static class PeopleCommand
{
    public static Command Create() => new("people", "Hand out or delete what is kept of a person who asks for it.") { Export(), Delete() };

    static Command Export()
    {
        var who = new Argument<string>("person") { Description = "The login name or the id." };
        var file = new Argument<string>("file") { Description = "The zip file to write; one that is there is not replaced." };
        var command = new Command("export", "Write everything that is kept of a person, as they would get it on the site.") { who, file };
        StoreCommand.Set(command, async deed =>
        {
            await using var services = deed.Store.CreateServices(deed.Logs);
            var person = await FindAsync(services, deed.Parsed.GetRequiredValue(who), deed.Cancellation);
            var target = deed.Parsed.GetRequiredValue(file);
            if (Path.Exists(target)) throw new LocalException($"{target} is there already. Name a file that is not.");
            var archive = await services.GetRequiredService<PersonalExport>().CollectAsync(person.Id, deed.Cancellation);
            await using (var zip = new FileStream(target, OfOnesOwn())) await zip.WriteAsync(archive.ToZip(), deed.Cancellation);
            await deed.Output.WriteLineAsync($"All that is kept of {PeopleText.Of(person)} is in {target}. It is theirs: see that nobody else reads it.");
        });
        return command;
    }

    static Command Delete()
    {
        var who = new Argument<string>("person") { Description = "The login name or the id." };
        var yes = new Option<bool>("--yes") { Description = "Do it: it can't be taken back." };
        var json = new Option<bool>("--json") { Description = "Give the receipt as JSON." };
        var command = new Command("delete", "Delete a person with everything that belongs to them, and give the receipt.") { who, yes };
        StoreCommand.Set(command, json, async deed =>
        {
            await using var services = deed.Store.CreateServices(deed.Logs);
            var person = await FindAsync(services, deed.Parsed.GetRequiredValue(who), deed.Cancellation);
            if (!deed.Parsed.GetValue(yes)) throw new LocalException($"Nothing was deleted. To delete {PeopleText.Of(person)} for good, say --yes.");
            // What can fail for another reason comes first: a receipt must not get lost.
            var (model, retraining) = (await InServiceAsync(services, deed.Cancellation), NextRetraining.After(TimeProvider.System.GetUtcNow()));
            var receipt = await services.GetRequiredService<Departure>().CompleteAsync(person.Id, null, deed.Cancellation);
            var answer = PersonDeleted.Of(person, receipt, model, retraining);
            await (deed.IsJson ? CommandJson.WriteAsync(deed.Output, answer) : PeopleText.WriteAsync(deed.Output, answer));
            return ExitCode.Done;
        });
        return command;
    }

    static async Task<FoundPerson> FindAsync(IServiceProvider services, string who, CancellationToken cancellation)
    {
        var found = await services.GetRequiredService<PersonLookup>().FindAsync(who, cancellation);
        return found switch
        {
            [var one] => one,
            [] => throw new LocalException($"There is nobody with the login name or the id '{who}'. Nothing was done."),
            // Whoever has the id for a name can be told apart by their own; the other one's name is known, too.
            _ => throw new LocalException($"'{who}' is the login name of one and the id of another: {string.Join(", ", found.Select(PeopleText.Of))}. Say the id of the first, or the login name of the second."),
        };
    }

    static FileStreamOptions OfOnesOwn()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    static async Task<ModelManifest?> InServiceAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var models = services.GetRequiredService<IModelStore>();
        return (await models.CurrentAsync(null, cancellation))!.Version is { } version ? await models.ManifestAsync(version, cancellation) : null;
    }
}
