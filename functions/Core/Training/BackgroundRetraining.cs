using Matinee.Core.Problems;
using Matinee.Core.Training.Runs;
using Microsoft.Extensions.Hosting;

namespace Matinee.Core.Training;

/// <summary>Retrains while whoever asked for it goes on; ends with the host.</summary>
/// <remarks>
/// Should the host end in the middle, the run is written down as cancelled, or, where it had no time even for that, as interrupted by the
/// next one. Nothing of it is in service then, and the timer trains again.
/// </remarks>
public sealed class BackgroundRetraining(RetrainModels retrain) : IHostedService, IDisposable
{
    static readonly TimeSpan s_lookAgain = TimeSpan.FromSeconds(30);

    readonly CancellationTokenSource _end = new();
    volatile Task _running = Task.CompletedTask;

    /// <summary>Begins a run and gives its name.</summary>
    /// <exception cref="ProblemException">Another one goes on.</exception>
    public async Task<RunRecord> StartAsync(bool isForced, CancellationToken cancellation = default)
    {
        var turn = await retrain.BeginAsync(isForced, cancellation).ConfigureAwait(false);
        if (turn is null)
        {
            var running = await retrain.RunningAsync(cancellation).ConfigureAwait(false);
            throw new ProblemException(ProblemCode.Conflict, running is null
                ? "Another retraining has just begun or ended. Look at the runs."
                : $"Run {running.RunId} goes on: {running.Stage}, {running.Fraction:P0}. Wait until it has ended.")
            {
                RetryAfter = s_lookAgain,
            };
        }

        var begun = turn.Record;
        _running = RunAsync(turn);
        return begun;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await Task.WhenAny(_running, Task.Delay(Timeout.Infinite, cancellationToken)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _end.Dispose();

    async Task RunAsync(TrainingTurn turn)
    {
        try
        {
            await retrain.RunAsync(turn, null, _end.Token).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // It is in the log and in the run's record, where whoever asked looks for it; here nobody waits for it.
        }
    }
}
