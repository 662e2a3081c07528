using Matinee.Core.Ratings;
using Matinee.Core.Training;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Matinee.Core.Catalog;

/// <summary>
/// Holds the catalogue in memory, so that browsing and searching ask the store for nothing. It begins with the last snapshot, where there
/// is one, and is then kept up with the changes of the films and the latest figures.
/// </summary>
public sealed partial class Catalogue(
    IMovies movies, IHotMovies hot, CatalogueSnapshots? snapshots = null, TimeProvider? clock = null, ILogger<Catalogue>? log = null) : IDisposable
{
    /// <summary>After this long everything is read again, for no feed tells what was taken out of the store.</summary>
    public static readonly TimeSpan WholeAfter = TimeSpan.FromDays(1);

    /// <summary>Lists go by the same figures until this part of all stars is other...</summary>
    public const double MostDrift = 0.01;

    /// <summary>...or for this long.</summary>
    public static readonly TimeSpan BasisLife = TimeSpan.FromMinutes(10);

    readonly TimeProvider _clock = clock ?? TimeProvider.System;
    readonly ILogger _log = log ?? NullLogger<Catalogue>.Instance;
    readonly SemaphoreSlim _turn = new(1);
    CatalogueState? _state;
    (ulong Films, ulong Figures) _shown;
    DateTimeOffset _basisSince;
    volatile CatalogueView? _current;

    /// <summary>The view, loaded on first use.</summary>
    /// <exception cref="Stores.StoreException">It is not loaded yet, and the store can't be read.</exception>
    public ValueTask<CatalogueView> ViewAsync(CancellationToken cancellation = default) =>
        _current is { } view ? ValueTask.FromResult(view) : new(RefreshAsync(true, cancellation));

    /// <summary>Brings the view up to date. It stays the same object where nothing has changed.</summary>
    /// <exception cref="Stores.StoreException">The store can't be read; the view stays as it was.</exception>
    public Task<CatalogueView> RefreshAsync(CancellationToken cancellation = default) => RefreshAsync(false, cancellation);

    /// <summary>Saves a snapshot for the next start, if the last one lacks so many changes.</summary>
    /// <returns>True if that was worthwhile, and done.</returns>
    public async Task<bool> SaveAsync(int changes, CancellationToken cancellation = default)
    {
        if (snapshots is null) return false;
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            // What has been read in part is no catalogue.
            if (_current is null || _state is not { } state || state.Unsaved < changes) return false;
            var saved = await snapshots.SaveAsync(CatalogueFile.Write(state), cancellation).ConfigureAwait(false);
            if (saved) state.Unsaved = 0;
            return saved;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    async Task<CatalogueView> RefreshAsync(bool firstOnly, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (firstOnly && _current is { } loaded) return loaded;
            _state = await ReadAsync(cancellation).ConfigureAwait(false);
            return Show(_state);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The state of now.</summary>
    async Task<CatalogueState> ReadAsync(CancellationToken cancellation)
    {
        // Reading goes on behind what was read before an outage: the state is kept whatever comes of it.
        _state ??= (snapshots is null ? null : await snapshots.ReadAsync(cancellation).ConfigureAwait(false)) ?? new(_clock.GetUtcNow());
        var isOld = _current is not null && _clock.GetUtcNow() - _state.Begun >= WholeAfter;
        try
        {
            if (!isOld) return await PullAsync(_state, cancellation).ConfigureAwait(false);
        }
        catch (ContinuationRefusedException refused)
        {
            LogRefused(refused);
        }

        return await PullAsync(new(_clock.GetUtcNow()), cancellation).ConfigureAwait(false);
    }

    async Task<CatalogueState> PullAsync(CatalogueState state, CancellationToken cancellation)
    {
        for (var isLast = false; !isLast;)
        {
            var page = await movies.ChangesAsync(state.MoviesRead, cancellation).ConfigureAwait(false);
            foreach (var movie in page.Items) state.Take(movie);
            (state.MoviesRead, isLast) = (page.Continuation, page.IsLast);
        }

        for (var isLast = false; !isLast;)
        {
            var page = await hot.ChangesAsync(state.FiguresRead, cancellation).ConfigureAwait(false);
            foreach (var figures in page.Items) state.Take(figures);
            (state.FiguresRead, isLast) = (page.Continuation, page.IsLast);
        }

        return state;
    }

    CatalogueView Show(CatalogueState state)
    {
        var marks = (state.FilmMarks, state.FigureMarks);
        if (_current is { } same && _shown == marks) return same;
        var version = $"{state.FilmMarks:x16}{state.FigureMarks:x16}";
        var rated = state.Figures.Where(static figures => figures.Score > 0);
        var next = _current is { } last && _shown.Films == state.FilmMarks
            ? WithBasis(last.With(rated, version), last.Basis)
            : new(state.Movies, rated, version);
        if (next.Basis == next) _basisSince = _clock.GetUtcNow();
        // Whoever asks next must not wait for what nobody had to wait for a moment ago.
        if (_current is not null) next.Prepare();
        _shown = marks;
        return _current = next;
    }

    CatalogueView WithBasis(CatalogueView view, CatalogueView basis) =>
        _clock.GetUtcNow() - _basisSince >= BasisLife || view.DriftFrom(basis) >= MostDrift ? view : view.GoingBy(basis);

    [LoggerMessage(LogLevel.Warning, "The changes of the catalogue do not go on from where it was read to; every film is read again.")]
    partial void LogRefused(Exception error);
}
