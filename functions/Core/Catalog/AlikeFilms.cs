using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Matinee.Core.Search;

namespace Matinee.Core.Catalog;

/// <summary>Says which films are alike by what is known of them: genres, people, keywords, the words of their titles, language and decade.</summary>
/// <remarks>The cosine of the films' facts, each weighing the more the fewer films share it. It needs no ratings, so it knows every film.</remarks>
sealed class AlikeFilms
{
    const double OfGenre = 0.8;
    const double OfDirector = 1;
    const double OfActor = 0.6;
    const double OfKeyword = 1;
    const double OfTitle = 0.7;
    const double OfLanguage = 0.4;
    const double OfDecade = 0.4;

    readonly (int Fact, float Weight)[][] _factsOf;
    readonly List<(int Film, float Weight)>[] _filmsOf;

    public AlikeFilms(ImmutableArray<Movie> movies)
    {
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var facts = movies.Select(movie => FactsOf(movie)
            .Select(fact => (Number: NumberOf(numbers, fact.Name), fact.Weight))
            .DistinctBy(static fact => fact.Number)
            .ToArray()).ToArray();
        var counts = new int[numbers.Count];
        foreach (var fact in facts.SelectMany(static fact => fact)) counts[fact.Number]++;

        _filmsOf = [.. counts.Select(static count => new List<(int, float)>(count))];
        _factsOf = [.. facts.Select(film => Normalise(film, counts, movies.Length))];
        for (var film = 0; film < _factsOf.Length; film++)
        {
            foreach (var (fact, weight) in _factsOf[film]) _filmsOf[fact].Add((film, weight));
        }
    }

    /// <summary>The places of the most alike films, the most alike first; none that share nothing.</summary>
    public IReadOnlyList<int> Of(int place, int count)
    {
        var scores = new Dictionary<int, double>();
        foreach (var (fact, weight) in _factsOf[place])
        {
            foreach (var (film, other) in CollectionsMarshal.AsSpan(_filmsOf[fact]))
                CollectionsMarshal.GetValueRefOrAddDefault(scores, film, out _) += (double)weight * other;
        }

        scores.Remove(place);
        var ranking = new Ranking(count, null);
        foreach (var (film, score) in scores) ranking.Offer(film, score);
        return [.. ranking.Finish().Select(static film => film.Document)];
    }

    static IEnumerable<(string Name, double Weight)> FactsOf(Movie movie)
    {
        foreach (var genre in movie.Genres) yield return ($"genre {genre}", OfGenre);
        foreach (var name in movie.Directors) yield return ($"person {name}", OfDirector);
        foreach (var name in movie.Cast) yield return ($"person {name}", OfActor);
        foreach (var keyword in movie.Keywords) yield return ($"keyword {keyword}", OfKeyword);
        foreach (var word in TitleKey.PartsOf(Folding.Fold(movie.Title)))
        {
            if (word.Length > 1 && !Articles.IsOptional(word)) yield return ($"title {word}", OfTitle);
        }

        if (movie.Language is { } language) yield return ($"language {language}", OfLanguage);
        if (movie.Year is { } year) yield return ($"decade {year / 10}", OfDecade);
    }

    static int NumberOf(Dictionary<string, int> numbers, string fact)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, fact, out var isKnown);
        if (!isKnown) number = numbers.Count - 1;
        return number;
    }

    static (int Fact, float Weight)[] Normalise((int Number, double Weight)[] facts, int[] counts, int films)
    {
        var weights = facts.Select(fact => fact.Weight * Math.Log((1.0 + films) / counts[fact.Number])).ToArray();
        var length = Math.Sqrt(weights.Sum(static weight => weight * weight));
        return length == 0 ? [] : [.. facts.Zip(weights, (fact, weight) => (fact.Number, (float)(weight / length)))];
    }
}
