using System.Text.Json;
using Matinee.Core.Blobs;
using Matinee.Core.Models;
using Matinee.Engine.Training;

namespace Matinee.Core.Training.Runs;

/// <summary>The right to train, which one run at a time has for as long as it renews it.</summary>
sealed class TrainingLease : IDisposable
{
    public const string Blob = "models/run.json";

    readonly IBlobs _blobs;
    readonly TimeProvider _clock;
    readonly TimeSpan _life;
    readonly SemaphoreSlim _turn = new(1);
    LeaseDocument _document;
    string _tag;

    TrainingLease(IBlobs blobs, TimeProvider clock, TimeSpan life, LeaseDocument document, string tag) =>
        (_blobs, _clock, _life, _document, _tag) = (blobs, clock, life, document, tag);

    public string RunId => _document.RunId;

    /// <summary>Who trains now; null where nobody does.</summary>
    public static async Task<LeaseDocument?> CurrentAsync(IBlobs blobs, TimeProvider clock, CancellationToken cancellation) =>
        (await ReadAsync(blobs, cancellation).ConfigureAwait(false)).Document is { } document && document.IsHeldAt(clock.GetUtcNow()) ? document : null;

    /// <summary>Takes it, if nobody has it or its time is over; null where somebody has it, or was faster.</summary>
    public static async Task<TrainingLease?> TryTakeAsync(IBlobs blobs, TimeProvider clock, TimeSpan life, string runId, CancellationToken cancellation)
    {
        var (there, tag) = await ReadAsync(blobs, cancellation).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        if (there is not null && there.IsHeldAt(now)) return null;
        var document = new LeaseDocument(runId, $"{Environment.MachineName}:{Environment.ProcessId}", now, now + life, "Beginning", 0);
        return await TryWriteAsync(blobs, document, tag, cancellation).ConfigureAwait(false) is { } taken ? new(blobs, clock, life, document, taken) : null;
    }

    /// <summary>Gives a sign of life.</summary>
    /// <exception cref="LeaseLostException">It came too late, or another run has begun.</exception>
    public async Task RenewAsync(TrainingProgress? progress, CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow();
        await WriteAsync(last => last.Expires <= now ? null : last with
        {
            Renewed = now,
            Expires = now + _life,
            Stage = progress?.Stage ?? last.Stage,
            Fraction = progress?.Fraction ?? last.Fraction,
        }, cancellation).ConfigureAwait(false);
    }

    /// <summary>Gives it back.</summary>
    /// <exception cref="LeaseLostException">It is no longer this run's.</exception>
    public Task ReleaseAsync(CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow();
        return WriteAsync(last => last with { Renewed = now, Expires = now, Stage = "Ended", Fraction = 1 }, cancellation);
    }

    public void Dispose() => _turn.Dispose();

    async Task WriteAsync(Func<LeaseDocument, LeaseDocument?> change, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            // Past its time it is anyone's, even if nobody has taken it yet.
            var next = change(_document) ?? throw new LeaseLostException(RunId);
            _tag = await TryWriteAsync(_blobs, next, _tag, cancellation).ConfigureAwait(false) ?? throw new LeaseLostException(RunId);
            _document = next;
        }
        finally
        {
            _turn.Release();
        }
    }

    static async Task<string?> TryWriteAsync(IBlobs blobs, LeaseDocument document, string? expected, CancellationToken cancellation)
    {
        try
        {
            return await blobs.WriteAsync(Blob, JsonSerializer.SerializeToUtf8Bytes(document, RunJson.Default.LeaseDocument), expected, cancellation).ConfigureAwait(false);
        }
        catch (BlobConflictException)
        {
            // It may be our own write, whose answer was lost and which was then repeated.
            var (there, tag) = await ReadAsync(blobs, cancellation).ConfigureAwait(false);
            return there == document ? tag : null;
        }
    }

    static async Task<(LeaseDocument? Document, string? Tag)> ReadAsync(IBlobs blobs, CancellationToken cancellation)
    {
        var read = await blobs.ReadAsync(Blob, null, cancellation).ConfigureAwait(false);
        if (read == BlobRead.Missing) return (null, null);
        try
        {
            return (StoredJson.Read(Blob, read.Content, RunJson.Default.LeaseDocument), read.Tag);
        }
        catch (ModelDamagedException)
        {
            // Nobody's lease can be read from it, so nobody has it; whoever takes it replaces just this.
            return (null, read.Tag);
        }
    }
}
