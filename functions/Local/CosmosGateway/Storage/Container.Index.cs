using Matinee.Local.CosmosGateway.Items;
using Matinee.Local.CosmosGateway.Journal;
using Microsoft.Extensions.Logging;

namespace Matinee.Local.CosmosGateway.Storage;

sealed partial class Container
{
    void Replay()
    {
        var header = JournalHeader.Read(_file);
        if (header.Container != Id.ToUInt64())
            throw new GatewayException($"{_file.Path} is the journal of another container. Restore the file that belongs here.");
        (_lsn, _number, _time) = (header.Lsn, header.Number, header.Time);
        var previous = 0L;
        var torn = JournalRecovery.Replay(_file, (in entry, offset) =>
        {
            if (entry.Lsn <= previous) throw new GatewayException($"{_file.Path} goes back from change {previous} to {entry.Lsn} at offset {offset}. Restore the file from a backup.");
            previous = entry.Lsn;
            Index(entry, offset);
        });
        _index.Settle();
        _file.Flush();
        _commit.AllDurable(_lsn, _file.End);
        if (torn > 0) TornTail(_log, _file.Path, torn, _file.End);
    }

    /// <summary>Makes the index show an entry of the journal.</summary>
    void Index(in JournalEntry entry, long offset)
    {
        (_lsn, _number, _time) = (Math.Max(_lsn, entry.Lsn), Math.Max(_number, entry.Number), Math.Max(_time, entry.Time));
        var key = ItemKey.HashOf(entry.Partition, entry.Id);
        var slot = Find(key, entry.Partition, entry.Id);
        if (slot != Slot.None && (entry.IsRemoval || _index[slot].Number != entry.Number))
        {
            Forget(slot);
            slot = Slot.None;
        }

        if (entry.IsRemoval) return;
        _liveBytes += entry.Length;
        if (slot == Slot.None)
        {
            _index.Add(new()
            {
                Key = key,
                Partition = ItemKey.HashOf(entry.Partition),
                Number = entry.Number,
                Lsn = entry.Lsn,
                Offset = offset,
                Length = entry.Length,
                Time = entry.Time,
                Ttl = entry.Ttl,
            });
            return;
        }

        ref var known = ref _index[slot];
        _liveBytes -= known.Length;
        (known.Lsn, known.Offset, known.Length, known.Time, known.Ttl) = (entry.Lsn, offset, entry.Length, entry.Time, entry.Ttl);
        _index.Moved(slot);
    }

    void Forget(int slot)
    {
        _liveBytes -= _index[slot].Length;
        _index.Remove(slot);
    }

    /// <summary>The slot of an item, expired or not.</summary>
    int Find(ulong key, ReadOnlySpan<byte> partition, ReadOnlySpan<byte> id)
    {
        Span<byte> start = stackalloc byte[JournalEntry.Prefix + partition.Length + id.Length];
        for (var slot = _index.First(key); slot != Slot.None; slot = _index.NextSame(slot))
        {
            _file.Read(_index[slot].Offset, start);
            if (JournalEntry.IsOf(start, partition, id)) return slot;
        }

        return Slot.None;
    }

    [LoggerMessage(LogLevel.Warning, "The last {Torn} bytes of {Path} were not a whole record (an interrupted write that nobody was told had succeeded): cut off at {Offset}.")]
    static partial void TornTail(ILogger log, string path, long torn, long offset);
}
