using Matinee.Engine.Facts;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Portraits;

/// <summary>Makes a vector of named features of anyone's ratings and facts, alike for those trained on and for a viewer who asks.</summary>
/// <remarks>
/// Few ratings say little, so every feature is drawn towards what is usual by some ratings that say nothing: of n ratings c in a genre
/// whose share of all ratings is p, the share feature is log((c + 5) / (n·p + 5)), and the affinity the sum of the stars beyond what
/// film and person explain, over c + 10. What is not known lies in the middle.
/// </remarks>
public sealed class FeatureSpace
{
    const double GenerosityShrinkage = 5;
    const double SpreadShrinkage = 5;
    const double ShareShrinkage = 5;
    const double AffinityShrinkage = 10;

    readonly FeatureColumn[] _columns;
    readonly double[] _genreShares;
    readonly double[] _decadeShares;
    readonly double _usualVariance;

    internal FeatureSpace(FilmTraits films, FeatureColumn[] columns, double[] genreShares, double[] decadeShares, double usualVariance)
    {
        (Films, _columns, _usualVariance) = (films, columns, usualVariance);
        (_genreShares, _decadeShares) = (genreShares, decadeShares);
    }

    /// <summary>What each number of a vector means.</summary>
    public IReadOnlyList<FeatureColumn> Columns => _columns;

    /// <summary>The genres that features are about.</summary>
    public IReadOnlyList<string> Genres => Films.Genres;

    internal int Width => _columns.Length;

    internal FilmTraits Films { get; }

    internal ReadOnlyMemory<double> GenreShares => _genreShares;

    internal ReadOnlyMemory<double> DecadeShares => _decadeShares;

    internal double UsualVariance => _usualVariance;

    /// <summary>The scaled features of a person.</summary>
    /// <param name="own">Ratings of known films, one a film, as <see cref="OwnRatings.Known"/> gives them.</param>
    /// <param name="person">What they have told of themselves.</param>
    public float[] Of(ReadOnlySpan<OwnRating> own, PersonFacts person) => Of(TasteTally.Of(Films, own), person);

    internal float[] Of(TasteTally tally, PersonFacts person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var raw = new double[_columns.Length];
        Raw(tally, person, raw);
        var scaled = new float[raw.Length];
        for (var i = 0; i < scaled.Length; i++) scaled[i] = _columns[i].Scaled(raw[i]);
        return scaled;
    }

    /// <summary>The features before scaling; NaN for what is not known.</summary>
    internal void Raw(TasteTally tally, PersonFacts person, Span<double> raw)
    {
        var (genre, affinity, decade) = (0, 0, 0);
        var surplus = tally.Count == 0 ? 0 : tally.Surplus / tally.Count;
        for (var i = 0; i < raw.Length; i++)
        {
            raw[i] = _columns[i].Kind switch
            {
                FeatureKind.Generosity => tally.Surplus / (tally.Count + GenerosityShrinkage),
                FeatureKind.Spread => Math.Sqrt((Deviations(tally) + SpreadShrinkage * _usualVariance) / (tally.Count + SpreadShrinkage)),
                FeatureKind.Activity => Math.Log(1 + tally.Count),
                FeatureKind.GenreShare => Lift(tally.GenreCounts[genre], tally.WithGenres, _genreShares[genre++]),
                FeatureKind.GenreAffinity => Affinity(tally, affinity++, surplus),
                FeatureKind.Decade => Lift(tally.DecadeCounts[decade], tally.WithDecade, _decadeShares[decade++]),
                FeatureKind.Age => person.Age ?? double.NaN,
                FeatureKind.Gender => Is(person.Gender, _columns[i].Of),
                _ => Is(person.Occupation, _columns[i].Of),
            };
        }
    }

    static double Deviations(TasteTally tally) =>
        tally.Count == 0 ? 0 : Math.Max(0, tally.SquaredStars - tally.Stars * tally.Stars / tally.Count);

    static double Lift(int count, int of, double share) => Math.Log((count + ShareShrinkage) / (of * share + ShareShrinkage));

    static double Affinity(TasteTally tally, int genre, double surplus) =>
        (tally.GenreSurplus[genre] - tally.GenreCounts[genre] * surplus) / (tally.GenreCounts[genre] + AffinityShrinkage);

    static double Is(string? told, string word) =>
        told is null ? double.NaN : told.Equals(word, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
}
