using System.IO.Hashing;

namespace Matinee.Local.Import.Sources;

/// <summary>Reads what an archive unpacks, as long as it is no more than it said; at its end it must have been just that.</summary>
sealed class UnpackedStream(Stream inner, long length, uint crc, string name) : Stream
{
    readonly Crc32 _crc = new();
    long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var read = inner.Read(buffer);
            _read += read;
            if (_read > length || (read == 0 && buffer.Length > 0 && _read < length))
                throw new ImportException($"{name} has not the {length:N0} bytes that the archive says. Get it anew.");
            _crc.Append(buffer[..read]);
            // With the last bytes, not behind them: not every reader asks for more than it was told there is.
            if (_read == length && _crc.GetCurrentHashAsUInt32() != crc)
                throw new ImportException($"{name} has other bytes than the archive was made of: it is damaged. Get it anew.");
            return read;
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            throw new ImportException($"{name} can't be unpacked: the archive is damaged. Get it anew. ({error.Message})", error);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
