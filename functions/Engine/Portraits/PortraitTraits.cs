using Matinee.Engine.Facts;

namespace Matinee.Engine.Portraits;

/// <summary>What a group of people have in common, each person counting once however much they rate.</summary>
sealed class PortraitTraits(FeatureSpace space)
{
    readonly List<int> _counts = [];
    readonly double[] _genreShares = new double[space.Genres.Count];
    readonly double[] _genreAffinities = new double[space.Genres.Count];
    readonly double[] _decadeShares = new double[space.Films.Decades.Length];
    double _stars;
    double _generosity;
    double _squaredGenerosity;
    int _withGenres;
    int _withDecade;
    long _ages;
    int _withAge;

    public int Size => _counts.Count;

    public double MeanStars => _stars / Size;

    public double Generosity => _generosity / Size;

    /// <summary>How far people differ in their generosity.</summary>
    public double GenerositySpread => Math.Sqrt(Math.Max(0, _squaredGenerosity / Size - Generosity * Generosity));

    /// <summary>Half of the people have rated so many films, or more.</summary>
    public int MedianRatings => _counts.OrderDescending().ElementAt((Size - 1) / 2);

    /// <summary>Null where too few have told their age.</summary>
    public double? MeanAge => _withAge >= Portrait.MinPeople ? (double)_ages / _withAge : null;

    public void Add(TasteTally tally, double[] raw, PersonFacts person)
    {
        _counts.Add(tally.Count);
        _stars += tally.Stars / tally.Count;
        var (genre, affinity) = (0, 0);
        for (var i = 0; i < raw.Length; i++)
        {
            switch (space.Columns[i].Kind)
            {
                case FeatureKind.Generosity:
                    _generosity += raw[i];
                    _squaredGenerosity += raw[i] * raw[i];
                    break;
                case FeatureKind.GenreShare when tally.WithGenres > 0:
                    _genreShares[genre] += (double)tally.GenreCounts[genre++] / tally.WithGenres;
                    break;
                case FeatureKind.GenreAffinity:
                    _genreAffinities[affinity++] += raw[i];
                    break;
            }
        }

        if (tally.WithGenres > 0) _withGenres++;
        if (tally.WithDecade > 0) _withDecade++;
        for (var d = 0; d < _decadeShares.Length && tally.WithDecade > 0; d++) _decadeShares[d] += (double)tally.DecadeCounts[d] / tally.WithDecade;
        if (person.Age is not { } age) return;
        _ages += age;
        _withAge++;
    }

    public double GenreShare(int genre) => _withGenres == 0 ? 0 : _genreShares[genre] / _withGenres;

    public double GenreAffinity(int genre) => _genreAffinities[genre] / Size;

    public double DecadeShare(int decade) => _withDecade == 0 ? 0 : _decadeShares[decade] / _withDecade;

    /// <summary>How much the name of a group should have to do with a genre: what it watches more of, and likes more, than all do.</summary>
    public double Strength(int genre, PortraitTraits everyone) =>
        Math.Sqrt(everyone.GenreShare(genre)) * Math.Log((GenreShare(genre) + 0.01) / (everyone.GenreShare(genre) + 0.01))
        + GenreAffinity(genre) - everyone.GenreAffinity(genre);
}
