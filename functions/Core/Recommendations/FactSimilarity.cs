using System.Numerics;
using Matinee.Core.Catalog;
using Matinee.Engine.Ranking;

namespace Matinee.Core.Recommendations;

/// <summary>How alike films are by what is known of them: for films, and before models, that have no vectors.</summary>
sealed class FactSimilarity : ItemSimilarity
{
    // Genres say most; they are what a list that is all alike is all of.
    const float OfGenres = 0.6f;
    const float OfDecade = 0.2f;
    const float OfDirector = 0.2f;
    const int MaxGenres = 64;
    const int YearsADecade = 10;

    readonly ulong[] _genres;
    readonly int[] _decades;
    readonly int[] _directors;

    public FactSimilarity(CatalogueView view)
    {
        // Beyond 64 the rarest tell no film apart from many.
        var bits = view.Genres.OrderByDescending(genre => genre.Count).Take(MaxGenres)
            .Select((genre, bit) => KeyValuePair.Create(genre.Name, 1UL << bit))
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        var directors = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        (_genres, _decades, _directors) = (new ulong[view.Movies.Length], new int[view.Movies.Length], new int[view.Movies.Length]);
        for (var place = 0; place < view.Movies.Length; place++)
        {
            var movie = view.Movies[place];
            foreach (var genre in movie.Genres) _genres[place] |= bits.GetValueOrDefault(genre);
            _decades[place] = (movie.Year ?? 0) / YearsADecade;
            if (movie.Directors is not [var director, ..]) continue;
            if (!directors.TryGetValue(director, out var number)) directors[director] = number = directors.Count + 1;
            _directors[place] = number;
        }
    }

    public override void Between(int item, ReadOnlySpan<int> others, Span<float> similarities)
    {
        for (var i = 0; i < others.Length; i++) similarities[i] = Between(item, others[i]);
    }

    // 0 stands for what is not known, which makes nothing alike.
    float Between(int one, int other)
    {
        var either = BitOperations.PopCount(_genres[one] | _genres[other]);
        var both = BitOperations.PopCount(_genres[one] & _genres[other]);
        var alike = either == 0 ? 0 : OfGenres * both / either;
        if (_decades[one] != 0 && _decades[one] == _decades[other]) alike += OfDecade;
        if (_directors[one] != 0 && _directors[one] == _directors[other]) alike += OfDirector;
        return alike;
    }
}
