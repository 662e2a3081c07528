using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Matinee.Core.Ratings;

namespace Matinee.Core.Catalog;

/// <summary>What has been read of the films and their figures so far, and where reading goes on. Not for more than one thread.</summary>
sealed class CatalogueState(DateTimeOffset begun)
{
    readonly Dictionary<int, Movie> _movies = [];
    readonly Dictionary<(HotWindow Window, int MovieId), HotMovie> _figures = [];
    ulong _filmMarks;
    ulong _figureMarks;

    /// <summary>When it was begun from nothing. A film that was taken out of the store since then is still here: no feed tells of it.</summary>
    public DateTimeOffset Begun { get; } = begun;

    /// <summary>Where the films' changes go on; null: at the beginning.</summary>
    public string? MoviesRead { get; set; }

    /// <summary>Where the figures' changes go on; null: at the beginning.</summary>
    public string? FiguresRead { get; set; }

    /// <summary>How many changes are in no snapshot.</summary>
    public int Unsaved { get; set; }

    /// <summary>Stands for the films: the same of the same films, whichever instance holds them and however it came to them.</summary>
    public ulong FilmMarks => _filmMarks;

    /// <summary>Stands for the figures, as <see cref="FilmMarks"/> does for the films.</summary>
    public ulong FigureMarks => _figureMarks;

    /// <summary>The films, in ascending order of their ids.</summary>
    public ImmutableArray<Movie> Movies => [.. _movies.Values.OrderBy(static movie => movie.Id)];

    /// <summary>All figures there are, of films without ratings as well.</summary>
    public IReadOnlyCollection<HotMovie> Figures => _figures.Values;

    /// <summary>The state that a snapshot was taken of.</summary>
    public static CatalogueState Of(
        DateTimeOffset begun, IReadOnlyList<Movie> movies, IReadOnlyList<HotMovie> figures, (ulong Films, ulong Figures) marks)
    {
        var state = new CatalogueState(begun) { _filmMarks = marks.Films, _figureMarks = marks.Figures };
        state._movies.EnsureCapacity(movies.Count);
        state._figures.EnsureCapacity(figures.Count);
        foreach (var movie in movies) state._movies.Add(movie.Id, movie);
        foreach (var one in figures) state._figures.Add((one.Window, one.MovieId), one);
        return state;
    }

    public void Take(Movie movie)
    {
        if (_movies.TryGetValue(movie.Id, out var before)) _filmMarks -= MarkOf(before);
        _movies[movie.Id] = movie;
        _filmMarks += MarkOf(movie);
        Unsaved++;
    }

    public void Take(HotMovie figures)
    {
        var key = (figures.Window, figures.MovieId);
        var before = _figures.GetValueOrDefault(key);
        if (before?.Revision == figures.Revision) return;
        if (before is not null) _figureMarks -= MarkOf(before);
        _figures[key] = figures;
        _figureMarks += MarkOf(figures);
        Unsaved++;
    }

    // Marks add up to the same whatever the order that things came in, and one can be exchanged for another. Half of a half of the
    // hash is plenty to tell states apart.
    static ulong MarkOf(Movie movie) => MarkOf(JsonSerializer.SerializeToUtf8Bytes(movie, CatalogueJson.Default.Movie));

    static ulong MarkOf(HotMovie figures)
    {
        Span<byte> one = stackalloc byte[16];
        BinaryPrimitives.WriteInt32LittleEndian(one, (int)figures.Window);
        BinaryPrimitives.WriteInt32LittleEndian(one[4..], figures.MovieId);
        BinaryPrimitives.WriteInt64LittleEndian(one[8..], figures.Revision);
        return MarkOf(one);
    }

    static ulong MarkOf(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
