using Matinee.Core.Blobs;
using Matinee.Local.CosmosGateway.Items;
using Matinee.Local.CosmosGateway.Journal;
using Microsoft.Extensions.Logging;

namespace Matinee.Local.CosmosGateway.Storage;

/// <summary>One container: its journal, and the index that says where in it each item is.</summary>
/// <remarks>
/// One lock orders everything. Under it a write is checked, appended to the journal and indexed; waiting for the disk
/// comes after, together with all others who wait. So a reader can see what is not on disk yet: before an answer
/// leaves, <see cref="WhenDurable"/> must have been awaited for what it is made of.
/// </remarks>
sealed partial class Container : IDisposable
{
    readonly Lock _gate = new();
    readonly ItemIndex _index = new();
    readonly GroupCommit _commit;
    readonly TimeProvider _clock;
    readonly ILogger _log;
    readonly long _compactionFloor;
    JournalFile _file;
    long _lsn;
    long _number;
    uint _time;
    long _liveBytes;
    volatile ContainerDefinition _definition;
    volatile bool _isClosed;

    Container(ResourceId id, ContainerDefinition definition, JournalFile file, StorageOptions options, ILogger log)
    {
        (Id, _definition, _file, _clock, _log, _compactionFloor) = (id, definition, file, options.Clock, log, options.CompactionFloor);
        _commit = new(Flush, options.Commit);
    }

    public ResourceId Id { get; }

    public ContainerDefinition Definition
    {
        get => _definition;
        set => _definition = value;
    }

    /// <summary>The last change.</summary>
    public long Lsn
    {
        get
        {
            lock (_gate) return _lsn;
        }
    }

    /// <summary>How many items there are, expired ones included until they are swept.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _index.Count;
        }
    }

    /// <summary>How long the journal is.</summary>
    public long JournalLength
    {
        get
        {
            lock (_gate) return _file.End;
        }
    }

    /// <summary>How much of the journal is known to be on disk.</summary>
    public long DurableLength => _commit.DurableTo;

    /// <summary>Begins an empty journal.</summary>
    public static Container Create(string path, ResourceId id, ContainerDefinition definition, StorageOptions options, ILogger log)
    {
        var file = JournalFile.Create(path, new JournalHeader(id.ToUInt64(), 0, 0, 0));
        file.Flush();
        DurableNames.Flush(Path.GetDirectoryName(path)!);
        var container = new Container(id, definition, file, options, log);
        container._commit.AllDurable(0, file.End);
        return container;
    }

    /// <summary>Reads a journal; a torn tail is cut off and reported.</summary>
    /// <exception cref="GatewayException">The journal can't be trusted.</exception>
    public static Container Open(string path, ResourceId id, ContainerDefinition definition, StorageOptions options, ILogger log)
    {
        var container = new Container(id, definition, JournalFile.Open(path), options, log);
        try
        {
            container.Replay();
            return container;
        }
        catch
        {
            container._file.Dispose();
            throw;
        }
    }

    /// <summary>Completes when everything up to this change is safe.</summary>
    public Task WhenDurable(long lsn) => _commit.WhenDurable(lsn);

    public void Dispose()
    {
        Task compaction;
        lock (_gate)
        {
            _isClosed = true;
            compaction = _compaction;
        }

        compaction.Wait();
        _commit.Drain();
        _file.Flush();
        // Whoever still waits for the disk has it.
        _commit.AllDurable(_lsn, _file.End);
        _file.Dispose();
    }

    void Flush()
    {
        JournalFile file;
        lock (_gate) file = _file;
        file.Flush();
    }

    uint Now() => (uint)_clock.GetUtcNow().ToUnixTimeSeconds();
}
