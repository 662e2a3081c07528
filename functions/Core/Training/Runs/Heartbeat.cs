namespace Matinee.Core.Training.Runs;

/// <summary>Renews a run's lease for as long as it works, and stops the work where the lease is lost.</summary>
sealed class Heartbeat : IAsyncDisposable
{
    readonly CancellationTokenSource _work;
    readonly CancellationTokenSource _end = new();
    readonly Task _beating;

    public Heartbeat(TrainingLease lease, RunProgress progress, TimeSpan period, TimeProvider clock, TrainingLog log, CancellationToken cancellation)
    {
        _work = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _beating = BeatAsync(lease, progress, period, clock, log);
    }

    /// <summary>Ends when the run is asked to, and when its lease is lost.</summary>
    public CancellationToken Work => _work.Token;

    /// <summary>Another run may have begun.</summary>
    public bool IsLost { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _beating.ConfigureAwait(false);
        _end.Dispose();
        _work.Dispose();
    }

    async Task BeatAsync(TrainingLease lease, RunProgress progress, TimeSpan period, TimeProvider clock, TrainingLog log)
    {
        using var timer = new PeriodicTimer(period, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token).ConfigureAwait(false))
            {
                try
                {
                    await lease.RenewAsync(progress.Latest, _end.Token).ConfigureAwait(false);
                }
                catch (Exception error) when (error is not (LeaseLostException or OperationCanceledException))
                {
                    // Blobs may be out of reach for a moment; the lease says itself when that was too long.
                    log.NoHeartbeat(error, lease.RunId);
                }
            }
        }
        catch (LeaseLostException)
        {
            IsLost = true;
            await _work.CancelAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The run is over.
        }
    }
}
