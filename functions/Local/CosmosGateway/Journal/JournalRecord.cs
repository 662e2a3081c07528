using System.Buffers.Binary;

namespace Matinee.Local.CosmosGateway.Journal;

/// <summary>Puts one record together: the entries in it come to be together or not at all.</summary>
sealed class JournalRecord
{
    const int Kept = 1 << 20;

    byte[] _bytes = new byte[4096];
    int _length;

    /// <summary>Starts a new record.</summary>
    public void Begin(long durable)
    {
        if (_bytes.Length > Kept) _bytes = new byte[4096];
        JournalLayout.RecordMark.CopyTo(_bytes);
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.AsSpan(JournalLayout.RecordPrefix), durable);
        _length = JournalLayout.RecordPrefix + JournalLayout.PayloadPrefix;
    }

    /// <summary>Adds an entry and says where in the record it begins.</summary>
    public int Add(in JournalEntry entry)
    {
        var at = _length;
        var end = at + entry.Length;
        if (end > _bytes.Length) Array.Resize(ref _bytes, Math.Max(end, 2 * _bytes.Length));
        entry.Write(_bytes.AsSpan(at));
        _length = end;
        return at;
    }

    /// <summary>The whole record; it stays valid until the next one begins.</summary>
    public ReadOnlySpan<byte> Finish()
    {
        var length = _length - JournalLayout.RecordPrefix;
        var payload = _bytes.AsSpan(JournalLayout.RecordPrefix, length);
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(4), length);
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(8), JournalLayout.Checksum(length, payload));
        return _bytes.AsSpan(0, _length);
    }
}
