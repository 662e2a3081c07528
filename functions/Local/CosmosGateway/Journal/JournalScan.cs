using System.Buffers.Binary;

namespace Matinee.Local.CosmosGateway.Journal;

/// <summary>Walks a journal's records from one offset to another, in large reads.</summary>
ref struct JournalScan(JournalFile file, long offset, long end)
{
    const int ChunkLength = 1 << 20;

    byte[] _buffer = new byte[ChunkLength];
    long _bufferAt;
    int _bufferLength;

    /// <summary>Where the current record begins; behind the last one once there is no more.</summary>
    public long Offset { get; private set; } = offset;

    /// <summary>Where the next one would begin.</summary>
    public long Next { get; private set; } = offset;

    /// <summary>What the writer knew to be on disk when it wrote the current record.</summary>
    public readonly long Durable => BinaryPrimitives.ReadInt64LittleEndian(Payload);

    /// <summary>The file offset of the current record's first entry.</summary>
    public readonly long EntriesAt => Offset + JournalLayout.RecordPrefix + JournalLayout.PayloadPrefix;

    public readonly ReadOnlySpan<byte> Entries => Payload[JournalLayout.PayloadPrefix..];

    ReadOnlySpan<byte> Payload { get; set; }

    /// <summary>Goes on to the next record; false at the end of the file and at anything that is not a whole record.</summary>
    public bool MoveNext()
    {
        Offset = Next;
        if (!TryRead(Offset, out var payload)) return false;
        Payload = payload;
        Next = Offset + JournalLayout.RecordPrefix + payload.Length;
        return true;
    }

    /// <summary>Looks, byte by byte, for the next place where a whole record stands.</summary>
    public bool Seek(long from)
    {
        for (var at = from; at < end;)
        {
            var window = Window(at, (int)Math.Min(ChunkLength / 2, end - at));
            var mark = window.IndexOf(JournalLayout.RecordMark);
            if (mark < 0)
            {
                at += Math.Max(1, window.Length - JournalLayout.RecordMark.Length + 1);
                continue;
            }

            Next = at + mark;
            if (MoveNext()) return true;
            at = Offset + 1;
        }

        return false;
    }

    bool TryRead(long at, out ReadOnlySpan<byte> payload)
    {
        payload = default;
        if (!JournalLayout.TryReadPrefix(Window(at, JournalLayout.RecordPrefix), out var length, out var checksum)) return false;
        if (length > end - at - JournalLayout.RecordPrefix) return false;
        var whole = Window(at, JournalLayout.RecordPrefix + length);
        if (whole.Length < JournalLayout.RecordPrefix + length) return false;
        payload = whole[JournalLayout.RecordPrefix..];
        return JournalLayout.Checksum(length, payload) == checksum;
    }

    ReadOnlySpan<byte> Window(long at, int length)
    {
        var skip = at - _bufferAt;
        if (skip < 0 || skip + length > _bufferLength)
        {
            if (_buffer.Length < length) _buffer = new byte[Math.Max(length, 2 * _buffer.Length)];
            _bufferLength = file.Read(at, _buffer);
            (_bufferAt, skip) = (at, 0);
        }

        return _buffer.AsSpan((int)skip, (int)Math.Min(length, _bufferLength - skip));
    }
}
