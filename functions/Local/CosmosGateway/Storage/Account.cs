using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Matinee.Core.Blobs;
using Matinee.Local.CosmosGateway.Items;
using Matinee.Local.CosmosGateway.Protocol;
using Microsoft.Extensions.Logging;

namespace Matinee.Local.CosmosGateway.Storage;

/// <summary>A folder of databases: the manifest says which, each container has a journal.</summary>
/// <remarks>A change comes to be when the manifest is replaced; what a crash leaves around it is no part of the account.</remarks>
sealed partial class Account : IDisposable
{
    const string JournalExtension = ".journal";

    readonly Lock _gate = new();
    readonly string _folder;
    readonly FolderLock _lock;
    readonly StorageOptions _options;
    readonly ILogger _log;
    Manifest _manifest;
    volatile ImmutableList<Database> _databases = [];

    Account(string folder, FolderLock held, StorageOptions options, ILogger log)
    {
        (_folder, _lock, _options, _log) = (folder, held, options, log);
        _manifest = Manifest.Read(folder);
    }

    public IReadOnlyList<Database> Databases => _databases;

    /// <exception cref="GatewayException">The folder is in use or damaged.</exception>
    public static Account Open(string folder, StorageOptions options, ILogger log)
    {
        DurableNames.Create(folder);
        var held = FolderLock.Take(folder);
        Account? account = null;
        try
        {
            account = new(folder, held, options, log);
            account.OpenDatabases();
            return account;
        }
        catch
        {
            account?.CloseContainers();
            held.Dispose();
            throw;
        }
    }

    /// <summary>A database by its name or resource id.</summary>
    public Database? Find(string name) =>
        _databases.Find(database => database.Id == name) ?? _databases.Find(database => database.Rid == name);

    public Database CreateDatabase(string id)
    {
        lock (_gate)
        {
            if (_databases.Exists(database => database.Id == id)) throw CosmosError.Conflict($"There is a database '{id}' already.");
            var number = _manifest.LastDatabase + 1;
            var created = new Database(id, number, FileNames.For(id, number), Now(), []);
            DurableNames.Create(Path.Combine(_folder, created.Folder));
            Commit(_databases.Add(created), _manifest with { LastDatabase = number });
            return created;
        }
    }

    public void DeleteDatabase(string name)
    {
        lock (_gate)
        {
            var gone = Existing(name);
            Commit(_databases.Remove(gone), _manifest);
            foreach (var entry in gone.Containers) Discard(gone, entry);
            Directory.Delete(Path.Combine(_folder, gone.Folder), recursive: true);
        }
    }

    public ContainerEntry CreateContainer(string databaseName, ContainerDefinition definition)
    {
        lock (_gate)
        {
            var database = Existing(databaseName);
            if (database.Containers.Exists(entry => entry.Id == definition.Id))
                throw CosmosError.Conflict($"There is a container '{definition.Id}' in '{database.Id}' already.");
            var number = _manifest.LastContainer + 1;
            var file = FileNames.For(definition.Id, number, JournalExtension);
            var container = Container.Create(PathOf(database, file), new ResourceId(database.Number, number), definition, _options, _log);
            var created = new ContainerEntry(container, file, Now(), 1);
            try
            {
                Replace(database, database with { Containers = database.Containers.Add(created) }, _manifest with { LastContainer = number });
            }
            catch
            {
                Discard(database, created);
                throw;
            }

            return created;
        }
    }

    /// <summary>Changes what can be changed of a container: all but its name and partition key.</summary>
    public ContainerEntry ReplaceContainer(string databaseName, string name, ContainerDefinition definition, string? ifMatch)
    {
        lock (_gate)
        {
            var (database, old) = Existing(databaseName, name);
            if (ifMatch is not null && !Precondition.Matches(ifMatch, old.ETag))
                throw CosmosError.Precondition($"The container '{old.Id}' has changed: its ETag is {old.ETag}, not {ifMatch}.");
            if (definition.Id != old.Id) throw CosmosError.BadRequest($"The container '{old.Id}' can't be renamed to '{definition.Id}'.");
            if (definition.Path.Text != old.Container.Definition.Path.Text)
                throw CosmosError.BadRequest($"The partition key of the container '{old.Id}' is {old.Container.Definition.Path.Text} and can't become {definition.Path.Text}.");
            var before = old.Container.Definition;
            old.Container.Definition = definition;
            var replaced = old with { Time = Now(), Revision = old.Revision + 1 };
            try
            {
                Replace(database, database with { Containers = database.Containers.Replace(old, replaced) }, _manifest);
            }
            catch
            {
                old.Container.Definition = before;
                throw;
            }

            return replaced;
        }
    }

    public void DeleteContainer(string databaseName, string name)
    {
        lock (_gate)
        {
            var (database, gone) = Existing(databaseName, name);
            Replace(database, database with { Containers = database.Containers.Remove(gone) }, _manifest);
            Discard(database, gone);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            CloseContainers();
            _lock.Dispose();
        }
    }

    Database Existing(string name) => Find(name) ?? throw CosmosError.NotFound($"There is no database '{name}'.");

    (Database Database, ContainerEntry Entry) Existing(string databaseName, string name)
    {
        var database = Existing(databaseName);
        return (database, database.Find(name) ?? throw CosmosError.NotFound($"There is no container '{name}' in '{database.Id}'."));
    }

    void Replace(Database old, Database replaced, Manifest counters) => Commit(_databases.Replace(old, replaced), counters);

    void Commit(ImmutableList<Database> databases, Manifest counters)
    {
        var manifest = counters with { Databases = [.. databases.Select(Describe)] };
        manifest.Write(_folder);
        (_manifest, _databases) = (manifest, databases);
    }

    static ManifestDatabase Describe(Database database) =>
        new(database.Id, database.Number, database.Folder, database.Time, [.. database.Containers.Select(Describe)]);

    static ManifestContainer Describe(ContainerEntry entry) =>
        new(entry.Container.Id.Number, entry.File, entry.Time, entry.Revision, JsonNode.Parse(entry.Container.Definition.Json)!);

    string PathOf(Database database, string file) => Path.Combine(_folder, database.Folder, file);

    uint Now() => (uint)_options.Clock.GetUtcNow().ToUnixTimeSeconds();
}
