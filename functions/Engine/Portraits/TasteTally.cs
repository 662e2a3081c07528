using Matinee.Engine.Ratings;

namespace Matinee.Engine.Portraits;

/// <summary>What a person's ratings add up to: all that their features are made of, so that a rating can be taken out again.</summary>
sealed class TasteTally(FilmTraits films)
{
    public int Count { get; private set; }

    public int WithGenres { get; private set; }

    public int WithDecade { get; private set; }

    public double Stars { get; private set; }

    public double SquaredStars { get; private set; }

    /// <summary>The stars above what the films get from all.</summary>
    public double Surplus { get; private set; }

    public int[] GenreCounts { get; } = new int[films.Genres.Length];

    public double[] GenreSurplus { get; } = new double[films.Genres.Length];

    public int[] DecadeCounts { get; } = new int[films.Decades.Length];

    public static TasteTally Of(FilmTraits films, ReadOnlySpan<OwnRating> own)
    {
        var tally = new TasteTally(films);
        foreach (var rating in own) tally.Add(rating.Item, rating.Stars, 1);
        return tally;
    }

    public static TasteTally Of(FilmTraits films, RatingRow row)
    {
        var tally = new TasteTally(films);
        for (var i = 0; i < row.Count; i++) tally.Add(row.Others[i], row.StarsAt(i), 1);
        return tally;
    }

    /// <summary>Puts a rating in (1) or takes it out (−1).</summary>
    public void Add(int item, float stars, int times)
    {
        var surplus = times * ((double)stars - films.Expected.Span[item]);
        Count += times;
        Stars += times * stars;
        SquaredStars += times * (double)stars * stars;
        Surplus += surplus;
        var genres = films.GenresOf.Span[item];
        if (genres != 0) WithGenres += times;
        foreach (var genre in FilmTraits.PlacesOf(genres))
        {
            GenreCounts[genre] += times;
            GenreSurplus[genre] += surplus;
        }

        var decade = films.DecadeOf.Span[item];
        if (decade < 0) return;
        WithDecade += times;
        DecadeCounts[decade] += times;
    }
}
