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
    readonly Dictionary<(HotWindow Window, int MovieId), HotMovie> _figures = [];
    string? _moviesRead;
    string? _figuresRead;
    string _films = "";
    ulong _marks;
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
            var changed = await PullMoviesAsync(cancellation).ConfigureAwait(false);
            if (!await PullFiguresAsync(cancellation).ConfigureAwait(false) && !changed && _current is { } current) return current;
            if (changed || _films.Length == 0) _films = DigestOf(_movies.Values);
            var version = $"{_films}{_marks:x16}";
            var rated = _figures.Values.Where(static figures => figures.Score > 0);
            if (_current is { } last)
            {
                var next = changed ? new([.. _movies.Values], rated, version) : last.With(rated, version);
                // Whoever asks next must not wait for what nobody had to wait for a moment ago.
                next.Prepare();
                return _current = next;
            }

            return _current = new([.. _movies.Values], rated, version);
        }
        finally
        {
            _turn.Release();
        }
    }

    async Task<bool> PullMoviesAsync(CancellationToken cancellation)
    {
        for (var changed = false; ;)
        {
            var page = await movies.ChangesAsync(_moviesRead, cancellation).ConfigureAwait(false);
            foreach (var movie in page.Items) _movies[movie.Id] = movie;
            _moviesRead = page.Continuation;
            changed |= page.Items.Count > 0;
            if (page.IsLast) return changed;
        }
    }

    async Task<bool> PullFiguresAsync(CancellationToken cancellation)
    {
        for (var changed = false; ;)
        {
            var page = await hot.ChangesAsync(_figuresRead, cancellation).ConfigureAwait(false);
            foreach (var figures in page.Items) changed |= Take(figures);
            _figuresRead = page.Continuation;
            if (page.IsLast) return changed;
        }
    }

    /// <summary>True if that was something new.</summary>
    bool Take(HotMovie figures)
    {
        var key = (figures.Window, figures.MovieId);
        var before = _figures.GetValueOrDefault(key);
        if (before?.Revision == figures.Revision) return false;
        if (before is not null) _marks -= MarkOf(before);
        _figures[key] = figures;
        _marks += MarkOf(figures);
        return true;
    }

    // Of the content alone, so that every instance that holds the same calls it the same.
    static string DigestOf(IEnumerable<Movie> movies)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var movie in movies) hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(movie, CatalogueJson.Default.Movie));
        return TextOf(hash);
    }

    // Marks add up to the same whatever the order that figures came in, and one can be exchanged for another.
    static ulong MarkOf(HotMovie figures)
    {
        Span<byte> one = stackalloc byte[16];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt32LittleEndian(one, (int)figures.Window);
        BinaryPrimitives.WriteInt32LittleEndian(one[4..], figures.MovieId);
        BinaryPrimitives.WriteInt64LittleEndian(one[8..], figures.Revision);
        SHA256.HashData(one, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    // Half of it is plenty to tell states apart, and the text goes into headers.
    static string TextOf(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
}
