using Matinee.Local.CosmosGateway.Journal;

namespace Matinee.Local.CosmosGateway.Storage;

/// <summary>A new journal in the making: what lives of an old one, then whatever was written meanwhile.</summary>
/// <param name="old">The journal in use; it is only read.</param>
/// <param name="header">Whose it is, and its counters when the work began.</param>
sealed class Compaction(JournalFile old, JournalHeader header) : IDisposable
{
    public const string Suffix = ".compacting";
    const int BufferLength = 1 << 20;

    readonly JournalRecord _record = new();
    readonly List<Move> _moves = [];
    readonly byte[] _buffer = new byte[BufferLength];
    int _buffered;
    long _caughtUpTo = old.End;
    long _shift;
    bool _isDone;

    /// <summary>The new journal.</summary>
    public JournalFile File { get; } = JournalFile.Create(old.Path + Suffix, header);

    /// <summary>The last change before the work began.</summary>
    public long Lsn => header.Lsn;

    long End => File.End + _buffered;

    /// <summary>Takes a living item over; they must come in the order of their last change.</summary>
    public void Copy(Location location)
    {
        var bytes = location.ReadBytes();
        if (!JournalEntry.TryRead(bytes, out var entry)) throw new GatewayException($"{old.Path} does not hold an item at {location.Offset}.");
        _record.Begin(End);
        var at = _record.Add(entry);
        _moves.Add(new(entry.Lsn, End + at));
        Append(_record.Finish());
    }

    /// <summary>Takes over the records that were written up to a position since the work began, or since the last time.</summary>
    /// <returns>How many bytes they were.</returns>
    public long CatchUp(long position)
    {
        var start = _caughtUpTo;
        // Records keep their lengths, so all that comes from here on is shifted by the same distance.
        _shift = End - start;
        var scan = new JournalScan(old, start, position);
        while (scan.MoveNext())
        {
            _record.Begin(End);
            for (var rest = scan.Entries; JournalEntry.TryRead(rest, out var entry); rest = rest[entry.Length..]) _record.Add(entry);
            Append(_record.Finish());
        }

        if (scan.Offset != position) throw new GatewayException($"{old.Path} can't be read at {scan.Offset}.");
        WriteOut();
        _caughtUpTo = position;
        return position - start;
    }

    /// <summary>Where the entry of an item now stands, or -1 if it was not taken over. To be asked in the order of changes.</summary>
    public long NewOffset(ref int move, long lsn, long offset)
    {
        if (lsn > Lsn) return offset + _shift;
        while (move < _moves.Count && _moves[move].Lsn < lsn) move++;
        return move < _moves.Count && _moves[move].Lsn == lsn ? _moves[move].Offset : -1;
    }

    /// <summary>Takes the old journal's place.</summary>
    public void SwapIn()
    {
        File.MoveTo(old.Path);
        _isDone = true;
    }

    /// <summary>Gives up, unless it was swapped in: the old journal stays.</summary>
    public void Dispose()
    {
        if (_isDone) return;
        File.Dispose();
        System.IO.File.Delete(File.Path);
    }

    void Append(ReadOnlySpan<byte> record)
    {
        if (record.Length > BufferLength - _buffered) WriteOut();
        if (record.Length > BufferLength)
        {
            File.Append(record);
            return;
        }

        record.CopyTo(_buffer.AsSpan(_buffered));
        _buffered += record.Length;
    }

    void WriteOut()
    {
        File.Append(_buffer.AsSpan(0, _buffered));
        _buffered = 0;
    }

    readonly record struct Move(long Lsn, long Offset);
}
