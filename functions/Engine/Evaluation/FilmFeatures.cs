using Matinee.Engine.Ratings;

namespace Matinee.Engine.Evaluation;

/// <summary>A vector for each of some films, such as its genres.</summary>
public sealed class FilmFeatures
{
    readonly float[] _rows;

    /// <summary>Takes one row of values for each film, in the order of the ids.</summary>
    /// <exception cref="ArgumentException">They are not as many rows as films, or not all finite.</exception>
    public FilmFeatures(IdMap films, ReadOnlySpan<float> rows, int width)
    {
        ArgumentNullException.ThrowIfNull(films);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if ((long)films.Count * width != rows.Length)
        {
            throw new ArgumentException(
                $"{films.Count} films of {width} features need {(long)films.Count * width} values, not {rows.Length}.", nameof(rows));
        }

        foreach (var value in rows)
        {
            if (!float.IsFinite(value)) throw new ArgumentException($"A feature can't be {value}.", nameof(rows));
        }

        (Films, Width, _rows) = (films, width, rows.ToArray());
    }

    /// <summary>The films.</summary>
    public IdMap Films { get; }

    /// <summary>How many features a film has.</summary>
    public int Width { get; }

    /// <summary>A film's features; empty for a film without any.</summary>
    public ReadOnlySpan<float> Of(int id)
    {
        var film = Films.IndexOf(id);
        return film < 0 ? [] : _rows.AsSpan(film * Width, Width);
    }
}
