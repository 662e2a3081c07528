using System.Numerics;
using Matinee.Engine.Facts;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Portraits;

/// <summary>What the features of people are made of, film by film: genres, the decade, and the stars that the film gets from all.</summary>
sealed class FilmTraits
{
    /// <summary>The most genres: they share the bits of a number.</summary>
    public const int MaxGenres = 60;

    /// <summary>Films before this year are of one age.</summary>
    const int FirstDecade = 1950;

    // A genre or decade with less of the ratings than this says something of too few people.
    const double LeastShare = 0.005;

    public FilmTraits(string[] genres, int[] decades, ReadOnlyMemory<long> genresOf, ReadOnlyMemory<int> decadeOf, ReadOnlyMemory<float> expected) =>
        (Genres, Decades, GenresOf, DecadeOf, Expected) = (genres, decades, genresOf, decadeOf, expected);

    /// <summary>The genres in ordinal order.</summary>
    public string[] Genres { get; }

    /// <summary>The years that decades begin with, ascending; 0 stands for all before the first that has its own.</summary>
    public int[] Decades { get; }

    /// <summary>A bit a genre.</summary>
    public ReadOnlyMemory<long> GenresOf { get; }

    /// <summary>The place of the film's decade, or -1.</summary>
    public ReadOnlyMemory<int> DecadeOf { get; }

    /// <summary>The stars of a film, whoever rates it.</summary>
    public ReadOnlyMemory<float> Expected { get; }

    public static FilmTraits Of(Interactions ratings, KnownFacts facts, float[] expected)
    {
        var films = new FilmFacts?[ratings.Items.Count];
        for (var item = 0; item < films.Length; item++) films[item] = facts.OfFilm(ratings.Items[item]);
        var genres = Common<string>(ratings, films, film => film.Genres.Where(IsGenre).Distinct(StringComparer.Ordinal))
            .Take(MaxGenres).Order(StringComparer.Ordinal).ToArray();
        var decades = Common<int>(ratings, films, film => film.Year > 0 ? [DecadeOfYear(film.Year)] : []).Order().ToArray();
        var (genresOf, decadeOf) = (new long[films.Length], new int[films.Length]);
        for (var item = 0; item < films.Length; item++)
        {
            foreach (var genre in films[item]?.Genres ?? [])
            {
                var place = Array.BinarySearch(genres, genre, StringComparer.Ordinal);
                if (place >= 0) genresOf[item] |= 1L << place;
            }

            decadeOf[item] = films[item] is { Year: > 0 } film ? Math.Max(-1, Array.BinarySearch(decades, DecadeOfYear(film.Year))) : -1;
        }

        return new(genres, decades, genresOf, decadeOf, expected);
    }

    /// <summary>The places of the bits of a film's genres.</summary>
    public static GenrePlaces PlacesOf(long genres) => new(genres);

    static int DecadeOfYear(int year) => year < FirstDecade ? 0 : year / 10 * 10;

    // MovieLens' word for a film without any.
    static bool IsGenre(string genre) => genre.Length > 0 && genre[0] != '(' && !genre.Equals("unknown", StringComparison.OrdinalIgnoreCase);

    /// <summary>The values that enough of the ratings have, most of them first.</summary>
    static IEnumerable<T> Common<T>(Interactions ratings, FilmFacts?[] films, Func<FilmFacts, IEnumerable<T>> values) where T : notnull
    {
        var counts = new Dictionary<T, long>();
        for (var item = 0; item < films.Length; item++)
        {
            if (films[item] is not { } film) continue;
            foreach (var value in values(film)) counts[value] = counts.GetValueOrDefault(value) + ratings.OfItem(item).Count;
        }

        return counts.Where(pair => pair.Value > 0 && pair.Value >= LeastShare * ratings.Count)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, Comparer<T>.Create(Ordinal))
            .Select(pair => pair.Key);
    }

    static int Ordinal<T>(T x, T y) => x is string left && y is string right
        ? string.CompareOrdinal(left, right)
        : Comparer<T>.Default.Compare(x, y);

    /// <summary>Walks the bits that are set.</summary>
    public ref struct GenrePlaces(long left)
    {
        public readonly int Current => BitOperations.TrailingZeroCount(left);

        // Before the first step there is nothing to leave behind.
        bool _begun;

        public readonly GenrePlaces GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_begun) left &= left - 1;
            _begun = true;
            return left != 0;
        }
    }
}
