using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Matinee.Core.Ratings;

namespace Matinee.Core.Catalog;

/// <summary>
/// Holds the catalogue in memory, so that browsing and searching ask the store for nothing. It is loaded once and then kept up
/// with the changes of the films and the latest figures.
/// </summary>
public sealed class Catalogue(IMovies movies, IHotMovies hot) : IDisposable
{
    readonly SemaphoreSlim _turn = new(1);
    readonly SortedDictionary<int, Movie> _movies = [];
    string? _continuation;
    string _films = "";
    string _figures = "";
    volatile CatalogueView? _current;

    /// <summary>The view, loaded on first use.</summary>
    /// <exception cref="Stores.StoreException">It is not loaded yet, and the store can't be read.</exception>
    public ValueTask<CatalogueView> ViewAsync(CancellationToken cancellation = default) =>
        _current is { } view ? ValueTask.FromResult(view) : new(RefreshAsync(true, cancellation));

    /// <summary>Brings the view up to date. It stays the same object where nothing has changed.</summary>
    /// <exception cref="Stores.StoreException">The store can't be read; the view stays as it was.</exception>
    public Task<CatalogueView> RefreshAsync(CancellationToken cancellation = default) => RefreshAsync(false, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    async Task<CatalogueView> RefreshAsync(bool firstOnly, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (firstOnly && _current is { } loaded) return loaded;
            var changed = await PullAsync(cancellation).ConfigureAwait(false);
            var figures = await FiguresAsync(cancellation).ConfigureAwait(false);
            var digest = DigestOf(figures);
            if (_current is { } current && !changed && digest == _figures) return current;
            if (changed) _films = DigestOf(_movies.Values);
            _figures = digest;
            var version = _films + _figures;
            if (_current is { } last)
            {
                var next = changed ? new([.. _movies.Values], figures, version) : last.With(figures, version);
                // Whoever asks next must not wait for what nobody had to wait for a moment ago.
                next.Prepare();
                return _current = next;
            }

            return _current = new([.. _movies.Values], figures, version);
        }
        finally
        {
            _turn.Release();
        }
    }

    async Task<bool> PullAsync(CancellationToken cancellation)
    {
        for (var changed = false; ;)
        {
            var page = await movies.ChangesAsync(_continuation, cancellation).ConfigureAwait(false);
            foreach (var movie in page.Items) _movies[movie.Id] = movie;
            _continuation = page.Continuation;
            changed |= page.Items.Count > 0;
            if (page.IsLast) return changed;
        }
    }

    async Task<List<HotMovie>> FiguresAsync(CancellationToken cancellation)
    {
        var figures = new List<HotMovie>();
        foreach (var window in Enum.GetValues<HotWindow>())
            figures.AddRange(await hot.AllAsync(window, cancellation).ConfigureAwait(false));
        return figures;
    }

    // Of the content alone, so that every instance that holds the same calls it the same.
    static string DigestOf(IEnumerable<Movie> movies)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var movie in movies) hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(movie, CatalogueJson.Default.Movie));
        return TextOf(hash);
    }

    static string DigestOf(List<HotMovie> figures)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> one = stackalloc byte[16];
        foreach (var figure in figures.OrderBy(static figure => (figure.Window, figure.MovieId)))
        {
            BinaryPrimitives.WriteInt32LittleEndian(one, (int)figure.Window);
            BinaryPrimitives.WriteInt32LittleEndian(one[4..], figure.MovieId);
            BinaryPrimitives.WriteInt64LittleEndian(one[8..], figure.Revision);
            hash.AppendData(one);
        }

        return TextOf(hash);
    }

    // Half of it is plenty to tell states apart, and the text goes into headers.
    static string TextOf(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
}
