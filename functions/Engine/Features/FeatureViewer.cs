using Matinee.Engine.Facts;
using Matinee.Engine.Ratings;
using Columns = Matinee.Engine.Features.FeatureColumns;

namespace Matinee.Engine.Features;

/// <summary>A viewer as the feature table sees them: made of their own ratings, it writes the row of any film.</summary>
/// <remarks>
/// A film that the viewer has rated is described with that rating among the others; training never sees such a row
/// (<see cref="FeatureRows"/>), and nobody is asked how they would rate what they rated.
/// </remarks>
sealed class FeatureViewer
{
    // So many ratings that say nothing draw each mean towards zero.
    const float GenreShrinkage = 5;
    const float DecadeShrinkage = 5;
    const float SlopeShrinkage = 10;
    const float KinShrinkage = 3;
    const float UsualSpread = 0.9f;
    const float SpreadShrinkage = 5;

    const int FirstDecade = 188;
    const int Decades = 23;
    const float KinYears = 10;

    readonly FeatureTable _table;
    readonly float[] _own = new float[Columns.OfViewer];
    readonly float[] _likings;
    readonly float[] _shares;
    readonly float[] _decades = new float[Decades];
    readonly (int Gender, int Age, int Occupation) _groups;
    readonly Kin[] _kin;
    readonly float _yearSlope;
    readonly float _popularitySlope;

    public FeatureViewer(FeatureTable table, ReadOnlySpan<OwnRating> own, PersonFacts person)
    {
        _table = table;
        var genres = table.Words.Genres.Length;
        (_likings, _shares, _kin) = (new float[genres], new float[genres], new Kin[own.Length]);
        _groups = table.Words.GroupsOf(person);
        var bias = table.Baseline.UserBias(own);
        var neutral = table.Film(table.Count);
        var (squares, year, popularity) = (SpreadShrinkage * UsualSpread * UsualSpread, 0f, 0f);
        for (var i = 0; i < own.Length; i++)
        {
            var film = table.Film(own[i].Item);
            var left = own[i].Stars - table.Baseline.Expect(own[i].Item) - bias;
            _kin[i] = new(own[i].Item, table.Genres.Span[own[i].Item], film[Columns.FilmYear], left);
            squares += left * left;
            year += film[Columns.FilmYear];
            popularity += film[Columns.FilmRatings];
        }

        year = own.Length == 0 ? neutral[Columns.FilmYear] : year / own.Length;
        popularity = own.Length == 0 ? 0 : popularity / own.Length;
        _own[Columns.ViewerBias] = bias;
        _own[Columns.ViewerRatings] = MathF.Log(1 + own.Length);
        _own[Columns.ViewerSpread] = MathF.Sqrt(squares / (own.Length + SpreadShrinkage));
        _own[Columns.ViewerYear] = year;
        _own[Columns.ViewerPopularity] = popularity;
        _own[Columns.ViewerAge] = person.Age ?? table.UsualAge;
        SumUpGenres();
        SumUpDecades();
        _yearSlope = Slope(film => (film[Columns.FilmYear] - year) / 10);
        _popularitySlope = Slope(film => film[Columns.FilmRatings] - popularity);
    }

    delegate float Abscissa(ReadOnlySpan<float> film);

    /// <summary>Writes the row of a film, known or not.</summary>
    public void Write(int item, Span<float> row)
    {
        var at = _table.RowOf(item);
        var film = _table.Film(at);
        film.CopyTo(row);
        _own.CopyTo(row[_table.Columns.Viewer..]);
        var pair = row[_table.Columns.Pair..];
        var yearGap = film[Columns.FilmYear] - _own[Columns.ViewerYear];
        var popularityGap = film[Columns.FilmRatings] - _own[Columns.ViewerPopularity];
        pair[Columns.YearGap] = yearGap;
        pair[Columns.PopularityGap] = popularityGap;
        pair[Columns.AgeGap] = _own[Columns.ViewerAge] - film[Columns.FilmAudienceAge];
        WriteGenres(_table.Genres.Span[at], pair);
        pair[Columns.DecadeLiking] = _decades[Decade(film[Columns.FilmYear])];
        pair[Columns.YearLeaning] = _yearSlope * yearGap / 10;
        pair[Columns.PopularityLeaning] = _popularitySlope * popularityGap;
        pair[Columns.KinLiking] = KinLiking(_table.Genres.Span[at], film[Columns.FilmYear]);
        pair[Columns.Expected] = Stars.Clamp(film[Columns.FilmStars] + _own[Columns.ViewerBias]);
        WriteGroup(_groups.Gender, at, pair, Columns.GroupLiking);
        WriteGroup(_groups.Age, at, pair, Columns.GroupLiking + 1);
        WriteGroup(_groups.Occupation, at, pair, Columns.GroupLiking + 2);
    }

    void SumUpGenres()
    {
        foreach (var kin in _kin)
        {
            for (var genre = 0; genre < _likings.Length; genre++)
            {
                if ((kin.Genres >> genre & 1) == 0) continue;
                _likings[genre] += kin.Left;
                _shares[genre]++;
            }
        }

        for (var genre = 0; genre < _likings.Length; genre++)
        {
            _likings[genre] /= _shares[genre] + GenreShrinkage;
            _shares[genre] /= Math.Max(1, _kin.Length);
        }
    }

    void SumUpDecades()
    {
        var counts = new float[Decades];
        foreach (var kin in _kin)
        {
            _decades[Decade(kin.Year)] += kin.Left;
            counts[Decade(kin.Year)]++;
        }

        for (var decade = 0; decade < Decades; decade++) _decades[decade] /= counts[decade] + DecadeShrinkage;
    }

    float Slope(Abscissa abscissa)
    {
        var (products, squares) = (0f, SlopeShrinkage);
        foreach (var kin in _kin)
        {
            var x = abscissa(_table.Film(kin.Item));
            products += x * kin.Left;
            squares += x * x;
        }

        return products / squares;
    }

    void WriteGenres(int mask, Span<float> pair)
    {
        var (sum, best, worst, share, count) = (0f, float.MinValue, float.MaxValue, 0f, 0);
        for (var genre = 0; genre < _likings.Length; genre++)
        {
            if ((mask >> genre & 1) == 0) continue;
            sum += _likings[genre];
            best = Math.Max(best, _likings[genre]);
            worst = Math.Min(worst, _likings[genre]);
            share += _shares[genre];
            count++;
        }

        pair[Columns.GenreLiking] = count == 0 ? 0 : sum / count;
        pair[Columns.GenreBest] = count == 0 ? 0 : best;
        pair[Columns.GenreWorst] = count == 0 ? 0 : worst;
        pair[Columns.GenreShare] = count == 0 ? 0 : share / count;
    }

    /// <summary>What is left of the viewer's ratings of films of the same genres and years, the nearest counting most.</summary>
    float KinLiking(int mask, float year)
    {
        var (sum, weights) = (0f, KinShrinkage);
        foreach (var kin in _kin)
        {
            var alike = Columns.Alike(mask, kin.Genres) * KinYears / (KinYears + MathF.Abs(year - kin.Year));
            sum += alike * kin.Left;
            weights += alike;
        }

        return sum / weights;
    }

    void WriteGroup(int group, int film, Span<float> pair, int column)
    {
        var genres = _likings.Length;
        pair[column] = group < 0 ? 0 : _table.GroupLiking.Span[film * _table.Words.Groups + group];
        var (sum, count) = (0f, 0);
        for (var genre = 0; group >= 0 && genre < genres; genre++)
        {
            if ((_table.Genres.Span[film] >> genre & 1) == 0) continue;
            sum += _table.GenreLiking.Span[group * genres + genre];
            count++;
        }

        pair[column + Columns.GenresOfGroup] = count == 0 ? 0 : sum / count;
    }

    static int Decade(float year) => Math.Clamp((int)(year / 10) - FirstDecade, 0, Decades - 1);

    /// <summary>One of the viewer's films, with what generosity and quality leave unexplained of its stars.</summary>
    readonly record struct Kin(int Item, int Genres, float Year, float Left);
}
