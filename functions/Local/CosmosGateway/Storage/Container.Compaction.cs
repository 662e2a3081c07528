using Matinee.Core.Blobs;
using Matinee.Local.CosmosGateway.Journal;
using Microsoft.Extensions.Logging;

namespace Matinee.Local.CosmosGateway.Storage;

sealed partial class Container
{
    const int MinWritesBetweenSweeps = 1024;
    const int MaxCatchUps = 10;
    const long NearlyCaughtUp = 1 << 20;

    Task _compaction = Task.CompletedTask;
    long _expiredBytes;
    int _writesToSweep;

    /// <summary>Completes when no compaction is running.</summary>
    public Task WhenCompacted()
    {
        lock (_gate) return _compaction;
    }

    // Each byte that is rewritten has been paid for by a byte of garbage: a constant cost a write.
    void CompactIfWorthIt()
    {
        if (_isClosed || !_compaction.IsCompleted) return;
        if (--_writesToSweep <= 0) CountExpired();
        var living = _liveBytes - _expiredBytes;
        if (_file.End - JournalLayout.HeaderLength - living > living + _compactionFloor) _compaction = Task.Run(Compact);
    }

    // Nothing happens when an item's time runs out, so they are counted now and then: once for about as many writes as there are items.
    void CountExpired()
    {
        _writesToSweep = Math.Max(MinWritesBetweenSweeps, _index.Count);
        _expiredBytes = 0;
        var now = Now();
        for (var slot = _index.After(0, null); slot != Slot.None; slot = _index.Next(slot, inPartition: false))
        {
            if (IsExpired(slot, now)) _expiredBytes += _index[slot].Length;
        }
    }

    void Compact()
    {
        var path = _file.Path;
        try
        {
            using var compaction = BeginCompaction();
            var before = _file.End;
            if (Fill(compaction)) Compacted(_log, path, before, _file.End);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or GatewayException)
        {
            // The journal in use is whole and stays in use; the next write tries again.
            CompactionFailed(_log, path, error);
        }
    }

    Compaction BeginCompaction()
    {
        lock (_gate) return new(_file, new JournalHeader(Id.ToUInt64(), _lsn, _number, _time));
    }

    /// <summary>Copies while writers go on; only the last bit and the swap keep them waiting. False when the container was closed meanwhile.</summary>
    bool Fill(Compaction compaction)
    {
        foreach (var location in ChangedLocations(compaction.Lsn))
        {
            if (_isClosed) return false;
            compaction.Copy(location);
        }

        for (var pass = 0; compaction.CatchUp(JournalLength) > NearlyCaughtUp && pass < MaxCatchUps; pass++)
        {
            if (_isClosed) return false;
        }

        compaction.File.Flush();
        lock (_gate)
        {
            if (_isClosed) return false;
            compaction.CatchUp(_file.End);
            compaction.File.Flush();
            SwapIn(compaction);
        }

        return true;
    }

    void SwapIn(Compaction compaction)
    {
        // From here on the new journal is the one that a restart finds, so memory must follow whatever happens. The old
        // file's handle closes when the last reader has forgotten it.
        compaction.SwapIn();
        _file = compaction.File;
        var (place, move) = (0, 0);
        var gone = new List<int>();
        for (var slot = _index.NextChange(ref place); slot != Slot.None; slot = _index.NextChange(ref place))
        {
            var offset = compaction.NewOffset(ref move, _index[slot].Lsn, _index[slot].Offset);
            if (offset < 0) gone.Add(slot);
            else _index[slot].Offset = offset;
        }

        foreach (var number in gone.ConvertAll(slot => _index[slot].Number)) ForgetNumber(number);
        _expiredBytes = 0;
        try
        {
            DurableNames.Flush(Path.GetDirectoryName(_file.Path)!);
            _commit.AllDurable(_lsn, _file.End);
        }
        catch (IOException error)
        {
            _commit.Break(error);
            throw;
        }
    }

    // Forgetting packs the slots now and then: numbers stay, places don't.
    void ForgetNumber(long number) => Forget(_index.After(number - 1, null));

    /// <summary>The places of what lives and was last changed no later than this.</summary>
    IEnumerable<Location> ChangedLocations(long until)
    {
        var chunk = new List<Location>(ChunkLength);
        for (var after = 0L; after < until;)
        {
            chunk.Clear();
            lock (_gate) after = TakeChanges(after, chunk, until);
            foreach (var location in chunk) yield return location;
        }
    }

    [LoggerMessage(LogLevel.Information, "{Path} was compacted from {Before} to {After} bytes.")]
    static partial void Compacted(ILogger log, string path, long before, long after);

    [LoggerMessage(LogLevel.Error, "{Path} could not be compacted; it stays in use as it is.")]
    static partial void CompactionFailed(ILogger log, string path, Exception error);
}
