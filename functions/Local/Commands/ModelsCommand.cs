using System.CommandLine;
using Matinee.Api.Operations;
using Matinee.Core.Models;

namespace Matinee.Local.Commands;

/// <summary><c>matinee models</c>: what was trained, what is in service, and what shall be. Works while the store is served.</summary>
static class ModelsCommand
{
    const string InService = "current";

    public static Command Create() => new("models", "See the trained models, and put another one into service.") { List(), Show(), Promote(), RollBack(), Prune(), ImportFactorsCommand.Create() };

    static Command List()
    {
        var command = new Command("list", "All versions, the newest first.");
        BlobsCommand.Set(command, async deed =>
        {
            var (models, current) = await OpenAsync(deed);
            var (readable, damaged) = (new List<VersionAnswer>(), new List<string>());
            foreach (var version in await models.ListAsync(deed.Cancellation))
            {
                try
                {
                    readable.Add(VersionAnswer.Of(await models.ManifestAsync(version, deed.Cancellation), current));
                }
                catch (ModelDamagedException)
                {
                    damaged.Add(version.ToString());
                }
                catch (ModelMissingException)
                {
                    // Pruned since it was listed.
                }
            }

            var listing = new ModelListing(current.Version?.ToString(), readable, damaged, [.. current.History.Select(PromotionAnswer.Of)]);
            await (deed.IsJson ? CommandJson.WriteAsync(deed.Output, listing) : ModelText.WriteAsync(deed.Output, listing));
        });
        return command;
    }

    static Command Show()
    {
        var version = VersionArgument($"The version; '{InService}' for the one in service.");
        var command = new Command("show", "All that is known of a version.") { version };
        BlobsCommand.Set(command, async deed =>
        {
            var (models, current) = await OpenAsync(deed);
            var name = deed.Parsed.GetRequiredValue(version);
            var which = name != InService ? ModelVersion.Parse(name) : current.Version ?? throw new ModelMissingException("No model is in service. Make one with: matinee train");
            var manifest = await models.ManifestAsync(which, deed.Cancellation);
            var shown = new ShownModel(VersionAnswer.Of(manifest, current), manifest.Parameters, manifest.Boards);
            if (deed.IsJson) await CommandJson.WriteAsync(deed.Output, shown);
            else await ModelText.WriteAsync(deed.Output, shown, manifest.Metrics);
        });
        return command;
    }

    static Command Promote()
    {
        var version = VersionArgument("The version, as the list shows it.");
        var command = new Command("promote", "Put a version into service.") { version };
        BlobsCommand.Set(command, async deed =>
        {
            var (models, current) = await OpenAsync(deed);
            var chosen = ModelVersion.Parse(deed.Parsed.GetRequiredValue(version));
            // A file that can't be read must not get into service by hand either.
            ServedModel.Read(await models.OpenAsync(chosen, null, deed.Cancellation));
            await models.PromoteAsync(chosen, current, deed.Cancellation);
            await TellAsync(deed, current.Version, chosen);
        });
        return command;
    }

    static Command RollBack()
    {
        var command = new Command("rollback", "Put the version that was in service before into service again.");
        BlobsCommand.Set(command, async deed =>
        {
            var (models, current) = await OpenAsync(deed);
            var rollback = await models.RollBackAsync(current, deed.Cancellation);
            await TellAsync(deed, rollback.From, rollback.To);
        });
        return command;
    }

    static Command Prune()
    {
        var keep = new Option<int>("--keep") { Description = "So many of the newest stay, besides the one in service and the one before it.", DefaultValueFactory = _ => ModelRetention.DefaultKeep };
        var command = new Command("prune", "Delete old versions.") { keep };
        BlobsCommand.Set(command, async deed =>
        {
            var (models, _) = await OpenAsync(deed);
            var deleted = await models.PruneAsync(new() { Keep = deed.Parsed.GetValue(keep) }, deed.Cancellation);
            if (deed.IsJson) await CommandJson.WriteAsync(deed.Output, new PrunedModels([.. deleted.Select(version => version.ToString())]));
            else await deed.Output.WriteLineAsync(deleted.Count == 0 ? "There was nothing to delete." : $"Deleted: {string.Join(", ", deleted)}");
        });
        return command;
    }

    static Argument<string> VersionArgument(string description) => new("version") { Description = description };

    static async Task<(ModelStore Models, CurrentModel Current)> OpenAsync(BlobsDeed deed)
    {
        var models = new ModelStore(deed.Blobs, TimeProvider.System);
        return (models, (await models.CurrentAsync(null, deed.Cancellation))!);
    }

    static Task TellAsync(BlobsDeed deed, ModelVersion? before, ModelVersion now) =>
        deed.IsJson ? CommandJson.WriteAsync(deed.Output, new ModelSwing(before?.ToString(), now.ToString()))
        : deed.Output.WriteLineAsync(before == now ? $"{now} was in service already." : $"{now} is in service{(before is null ? "." : $", in the place of {before}.")}");
}
