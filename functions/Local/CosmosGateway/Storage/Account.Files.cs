using System.Runtime.ExceptionServices;
using System.Text;
using Matinee.Local.CosmosGateway.Items;
using Microsoft.Extensions.Logging;

namespace Matinee.Local.CosmosGateway.Storage;

sealed partial class Account
{
    void OpenDatabases()
    {
        foreach (var described in _manifest.Databases)
        {
            var database = new Database(described.Id, described.Number, described.Folder, described.Time, []);
            _databases = _databases.Add(database);
            Tidy(Path.Combine(_folder, described.Folder), described);
            var entries = new ContainerEntry?[described.Containers.Count];
            try
            {
                // Their journals are read independently of each other, and the large ones take a while.
                Parallel.For(0, entries.Length, at => entries[at] = Open(database, described.Containers[at]));
            }
            catch (AggregateException errors)
            {
                foreach (var opened in entries) opened?.Container.Dispose();
                ExceptionDispatchInfo.Throw(errors.InnerExceptions[0]);
            }

            _databases = _databases.Replace(database, database with { Containers = [.. entries!] });
        }
    }

    ContainerEntry Open(Database database, ManifestContainer described)
    {
        var path = PathOf(database, described.File);
        if (!File.Exists(path)) throw new GatewayException($"{path} is missing, though {Manifest.FileName} names it. Restore it from a backup.");
        var definition = ContainerDefinition.Parse(Encoding.UTF8.GetBytes(described.Definition.ToJsonString()));
        var container = Container.Open(path, new ResourceId(database.Number, described.Number), definition, _options, _log);
        return new(container, described.File, described.Time, described.Revision);
    }

    /// <summary>Takes away what a crash may have left; a journal that nobody knows is reported and left alone.</summary>
    void Tidy(string folder, ManifestDatabase described)
    {
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            if (path.EndsWith(Compaction.Suffix, StringComparison.Ordinal)) File.Delete(path);
            else if (described.Containers.All(container => container.File != Path.GetFileName(path))) Unknown(_log, path);
        }
    }

    // The manifest no longer names it: from here on a crash leaves at most a file that nobody uses.
    void Discard(Database database, ContainerEntry entry)
    {
        entry.Container.Dispose();
        File.Delete(PathOf(database, entry.File));
    }

    void CloseContainers()
    {
        foreach (var entry in _databases.SelectMany(database => database.Containers)) entry.Container.Dispose();
    }

    [LoggerMessage(LogLevel.Warning, "{Path} is no part of this account; it is left alone. A container whose creation or removal was interrupted leaves such a file: delete it if you don't miss one.")]
    static partial void Unknown(ILogger log, string path);
}
