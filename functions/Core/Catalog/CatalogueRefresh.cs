using System.Security.Cryptography;
using Matinee.Core.Ratings;
using Matinee.Core.Stores;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Matinee.Core.Catalog;

/// <summary>
/// Keeps the catalogue in memory up to date, in the background: every so often, and soon after somebody in this process says that
/// figures have changed. While the store can't be read, the catalogue stays as it was. What the next start begins with is saved now and then,
/// and at the end.
/// </summary>
public sealed partial class CatalogueRefresh(Catalogue catalogue, CatalogueRefreshOptions options, TimeProvider clock, ILogger<CatalogueRefresh> log)
    : BackgroundService, IFiguresChanged
{
    const int JitterPercent = 10;

    // Ratings come in bursts: one look at the store is enough for all of a second.
    static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    // An end must not wait for what is only a short cut of the next start.
    static readonly TimeSpan s_lastSave = TimeSpan.FromSeconds(2);

    // Full as long as a look has been asked for and not begun.
    readonly SemaphoreSlim _asked = new(0, 1);

    long? _saved;

    /// <summary>Asks for a look at the store soon; returns at once, and costs nothing more than once a second.</summary>
    public void Poke()
    {
        try
        {
            _asked.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody has asked already, and the look has not begun.
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_lastSave);
        try
        {
            await catalogue.SaveAsync(options.SaveAfter, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            LogNoTime();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _asked.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts on, however long the first load takes.
        await Task.Yield();
        for (var isDown = false; ;)
        {
            isDown = await RefreshAsync(isDown, stoppingToken).ConfigureAwait(false);
            if (!isDown) await SaveAsync(stoppingToken).ConfigureAwait(false);
            var percent = RandomNumberGenerator.GetInt32(100 - JitterPercent, 101 + JitterPercent);
            await WaitAsync(options.Period * percent / 100, stoppingToken).ConfigureAwait(false);
        }
    }

    /// <summary>True if the store can't be read: an outage is said once, when it begins, and once when it is over.</summary>
    async Task<bool> RefreshAsync(bool wasDown, CancellationToken cancellation)
    {
        try
        {
            var view = await catalogue.RefreshAsync(cancellation).ConfigureAwait(false);
            await PrepareAsync(view).ConfigureAwait(false);
            if (wasDown) LogBack(view.Movies.Length);
            return false;
        }
        catch (StoreException error)
        {
            if (!wasDown) LogDown(error);
            return true;
        }
    }

    // On a thread of its own: at a start the pool has one for each core, and whoever waited for the films would wait for this as well.
    static Task PrepareAsync(CatalogueView view) =>
        Task.Factory.StartNew(view.Prepare, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    async Task SaveAsync(CancellationToken cancellation)
    {
        if (_saved is { } last && clock.GetElapsedTime(last) < options.SavePeriod) return;
        if (await catalogue.SaveAsync(options.SaveAfter, cancellation).ConfigureAwait(false)) _saved = clock.GetTimestamp();
    }

    async Task WaitAsync(TimeSpan period, CancellationToken cancellation)
    {
        await Task.Delay(s_pause, clock, cancellation).ConfigureAwait(false);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var rest = Task.Delay(period > s_pause ? period - s_pause : TimeSpan.Zero, clock, over.Token);
        var asked = _asked.WaitAsync(over.Token);
        await Task.WhenAny(rest, asked).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
    }

    [LoggerMessage(LogLevel.Warning, "The catalogue can't be brought up to date; it stays as it was until the store can be read again.")]
    partial void LogDown(Exception error);

    [LoggerMessage(LogLevel.Debug, "There was no time to save the catalogue; the next start reads more from the store.")]
    partial void LogNoTime();

    [LoggerMessage(LogLevel.Information, "The catalogue is up to date again, with {Count} films.")]
    partial void LogBack(int count);
}
