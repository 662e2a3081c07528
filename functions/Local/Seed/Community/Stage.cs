using Matinee.Core.Catalog;
using Matinee.Engine.Numerics;

namespace Matinee.Local.Seed.Community;

/// <summary>The films as a simulated community sees them: how famous and how good each is, and what each archetype thinks of it.</summary>
sealed class Stage
{
    public const int MostGenres = 6;

    const double FameSpread = 0.6;
    const double Bend = 1.4;
    const double QualitySpread = 0.35;
    const double FameInQuality = 0.35;
    const double GenreWeight = 1.5;
    const double EraWeight = 0.8;
    const int OldYear = 1970;
    const string English = "en";

    readonly float[][] _affinity;

    /// <exception cref="ArgumentException">There are no films.</exception>
    public Stage(IReadOnlyList<Movie> films, ulong seed)
    {
        if (films.Count == 0) throw new ArgumentException("A community needs films. Seed or import a catalogue first.", nameof(films));
        Films = films;
        Genres = [.. films.SelectMany(film => film.Genres).Distinct().Order(StringComparer.Ordinal)];
        var places = Genres.Index().ToDictionary(genre => genre.Item, genre => (byte)genre.Index);
        GenresOf = [.. films.Select(film => film.Genres.Take(MostGenres).Select(genre => places[genre]).ToArray())];
        Directors = [.. films.Select(film => film.Directors.Count == 0 ? 0 : StableHash(film.Directors[0]))];
        _affinity = [.. Archetype.All.Select(archetype => films.Select(film => (float)Affinity(archetype, film)).ToArray())];
        (Fame, Quality) = (new float[films.Count], new float[films.Count]);
        SetFame(seed);
    }

    public IReadOnlyList<Movie> Films { get; }

    /// <summary>All genres.</summary>
    public IReadOnlyList<string> Genres { get; }

    /// <summary>Each film's genres, as places among all.</summary>
    public byte[][] GenresOf { get; }

    /// <summary>A number for each film's first director.</summary>
    public int[] Directors { get; }

    /// <summary>The logarithm of how much more often than others a film is seen.</summary>
    public float[] Fame { get; }

    /// <summary>How much a film is liked by everybody, in stars.</summary>
    public float[] Quality { get; }

    /// <summary>How much people of an archetype like each film, about from -1 to 1.</summary>
    public ReadOnlySpan<float> AffinityOf(int archetype) => _affinity[archetype];

    static double Affinity(Archetype archetype, Movie film)
    {
        var genres = film.Genres.Count == 0 ? 0 : film.Genres.Average(genre => archetype.Tastes.GetValueOrDefault(genre));
        var era = film.Year < OldYear ? archetype.OldFilms : 0;
        var foreign = film.Language is { } language && language != English ? archetype.ForeignFilms : 0;
        return Math.Clamp(GenreWeight * genres + EraWeight * (era + foreign), -1.6, 1.6);
    }

    // Who is in many films of a catalogue is well known, and so are the films; recent and English ones are seen by more. What really
    // made them famous is not in the catalogue: chance stands for it.
    void SetFame(ulong seed)
    {
        var cast = Films.SelectMany(film => film.Cast).CountBy(name => name).ToDictionary();
        var directors = Films.SelectMany(film => film.Directors).CountBy(name => name).ToDictionary();
        var random = new SeededRandom(seed, ulong.MaxValue);
        var raw = new double[Films.Count];
        for (var i = 0; i < raw.Length; i++)
        {
            var film = Films[i];
            raw[i] = 0.35 * film.Cast.Take(4).Sum(name => Math.Log(cast[name]))
                + 0.5 * film.Directors.Take(2).Sum(name => Math.Log(directors[name]))
                + (film.Language is null or English ? 0.8 : 0)
                + 0.012 * ((film.Year ?? 1980) - 1980)
                + 0.5 * random.NextNormal();
        }

        var ranks = Enumerable.Range(0, raw.Length).OrderBy(i => raw[i]).ThenBy(i => i).ToArray();
        for (var rank = 0; rank < ranks.Length; rank++)
        {
            // The place tells the fame: few stand out, many are hardly known.
            var height = (rank + 0.5) / ranks.Length;
            var standard = 2 * Math.Sqrt(3) * (height - 0.5);
            Fame[ranks[rank]] = (float)(FameSpread * (standard - Bend * Math.Log(1 - 0.98 * height)));
            Quality[ranks[rank]] = (float)(QualitySpread * (FameInQuality * standard + Math.Sqrt(1 - FameInQuality * FameInQuality) * random.NextNormal()));
        }
    }

    // string.GetHashCode differs from run to run.
    static int StableHash(string text)
    {
        var hash = 17;
        foreach (var letter in text) hash = unchecked(hash * 31 + letter);
        return hash;
    }
}
