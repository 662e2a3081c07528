using Matinee.Engine.Facts;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Portraits;

/// <summary>Finds which features there are, and what brings each kind to its weight.</summary>
static class FeatureScaling
{
    /// <summary>A gender or occupation of fewer people says something of too few of them to become a feature.</summary>
    const int LeastPeople = Portrait.MinPeople;

    const int MostWords = 30;

    public static FeatureSpace Unscaled(FilmTraits films, Interactions ratings, PersonFacts[] people)
    {
        var (genres, decades) = (new double[films.Genres.Length], new double[films.Decades.Length]);
        var (withGenres, withDecade, squares) = (0.0, 0.0, 0.0);
        for (var item = 0; item < ratings.Items.Count; item++)
        {
            var row = ratings.OfItem(item);
            if (films.GenresOf.Span[item] != 0) withGenres += row.Count;
            foreach (var genre in FilmTraits.PlacesOf(films.GenresOf.Span[item])) genres[genre] += row.Count;
            if (films.DecadeOf.Span[item] >= 0)
            {
                withDecade += row.Count;
                decades[films.DecadeOf.Span[item]] += row.Count;
            }

            for (var i = 0; i < row.Count; i++) squares += Math.Pow(row.StarsAt(i) - ratings.MeanStars, 2);
        }

        for (var genre = 0; genre < genres.Length; genre++) genres[genre] /= withGenres;
        for (var decade = 0; decade < decades.Length; decade++) decades[decade] /= withDecade;
        FeatureColumn[] columns =
        [
            new(FeatureKind.Generosity, "", 0, 1),
            new(FeatureKind.Spread, "", 0, 1),
            new(FeatureKind.Activity, "", 0, 1),
            .. films.Genres.Select(genre => new FeatureColumn(FeatureKind.GenreShare, genre, 0, 1)),
            .. films.Genres.Select(genre => new FeatureColumn(FeatureKind.GenreAffinity, genre, 0, 1)),
            .. films.Decades.Select(decade => new FeatureColumn(FeatureKind.Decade, Words.Decade(decade), 0, 1)),
            .. people.Any(person => person.Age is not null) ? [new FeatureColumn(FeatureKind.Age, "", 0, 1)] : Array.Empty<FeatureColumn>(),
            .. Told(people, person => person.Gender).Select(word => new FeatureColumn(FeatureKind.Gender, word, 0, 1)),
            .. Told(people, person => person.Occupation).Select(word => new FeatureColumn(FeatureKind.Occupation, word, 0, 1)),
        ];
        return new(films, columns, genres, decades, ratings.Count == 0 ? 1 : squares / ratings.Count);
    }

    /// <summary>The space with the means and scales that the raw features of all people give.</summary>
    public static FeatureSpace Scaled(FeatureSpace space, double[] raw)
    {
        var (means, variances) = (new double[space.Width], new double[space.Width]);
        for (var column = 0; column < space.Width; column++) (means[column], variances[column]) = Spread(raw, column, space.Width);
        var ofKind = new Dictionary<FeatureKind, double>();
        for (var column = 0; column < space.Width; column++)
            ofKind[space.Columns[column].Kind] = ofKind.GetValueOrDefault(space.Columns[column].Kind) + variances[column];
        FeatureColumn[] columns =
        [
            .. space.Columns.Select((column, i) => column with
            {
                Mean = means[i],
                Scale = ofKind[column.Kind] > 1e-12 ? Math.Sqrt(FeatureKinds.Weight(column.Kind) / ofKind[column.Kind]) : 0,
            }),
        ];
        return new(space.Films, columns, space.GenreShares.ToArray(), space.DecadeShares.ToArray(), space.UsualVariance);
    }

    static (double Mean, double Variance) Spread(double[] raw, int column, int width)
    {
        var (count, sum, squares) = (0, 0.0, 0.0);
        for (var i = column; i < raw.Length; i += width)
        {
            if (double.IsNaN(raw[i])) continue;
            count++;
            sum += raw[i];
        }

        if (count == 0) return (0, 0);
        for (var i = column; i < raw.Length; i += width)
        {
            if (!double.IsNaN(raw[i])) squares += Math.Pow(raw[i] - sum / count, 2);
        }

        return (sum / count, squares / count);
    }

    /// <summary>The words that enough people use of themselves, in ordinal order.</summary>
    public static string[] Told(PersonFacts[] people, Func<PersonFacts, string?> word) =>
    [
        .. people.Select(word).Where(told => !string.IsNullOrWhiteSpace(told))
            .GroupBy(told => told!.ToLowerInvariant(), StringComparer.Ordinal)
            .Where(told => told.Count() >= LeastPeople)
            .OrderByDescending(told => told.Count()).ThenBy(told => told.Key, StringComparer.Ordinal)
            .Take(MostWords)
            .Select(told => told.Key)
            .Order(StringComparer.Ordinal),
    ];
}
