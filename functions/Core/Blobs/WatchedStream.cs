using Matinee.Engine.Training;

namespace Matinee.Core.Blobs;

/// <summary>Goes between a stream and code that knows only streams: counts, tells how far it is, and stops it when nobody waits any more.</summary>
sealed class WatchedStream(Stream inner, string stage, long expected, IProgress<TrainingProgress>? progress, CancellationToken cancellation) : Stream
{
    // What comes in one piece of a gigabyte goes on in pieces, so that stopping takes no longer than one of them.
    const int Piece = 4 << 20;

    int _told = -1;

    /// <summary>The bytes that have gone through.</summary>
    public long Count { get; private set; }

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => inner.CanSeek;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => inner.Length;

    public override long Position { get => inner.Position; set => inner.Position = value; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        var read = inner.Read(buffer[..Math.Min(buffer.Length, Piece)]);
        Passed(read);
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        for (; buffer.Length > 0; buffer = buffer[Math.Min(buffer.Length, Piece)..])
        {
            cancellation.ThrowIfCancellationRequested();
            var piece = buffer[..Math.Min(buffer.Length, Piece)];
            inner.Write(piece);
            Passed(piece.Length);
        }
    }

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void SetLength(long value) => throw new NotSupportedException("A watched stream keeps its length.");

    void Passed(int bytes)
    {
        Count += bytes;
        if (progress is null || expected <= 0) return;
        var percent = (int)(100 * Math.Min(Count, expected) / expected);
        if (percent <= _told) return;
        _told = percent;
        progress.Report(new(stage, percent / 100.0));
    }
}
