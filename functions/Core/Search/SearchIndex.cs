using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Matinee.Core.Catalog;

namespace Matinee.Core.Search;

/// <summary>Finds films by titles, people, keywords and years, and people by their names. Immutable, and asks nobody.</summary>
sealed class SearchIndex
{
    readonly TermDictionary _terms;
    readonly Postings _films;
    readonly Postings _people;
    readonly FilmDocuments _filmDocuments;
    readonly PeopleDocuments _peopleDocuments;

    public SearchIndex(ImmutableArray<Movie> movies)
    {
        var builder = new PostingsBuilder();
        var films = new List<(int Term, int Document, Fields Fields)>();
        var fields = new Dictionary<int, Fields>();
        var people = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var film = 0; film < movies.Length; film++)
        {
            var movie = movies[film];
            Add(movie.Title, Fields.Title);
            if (movie.OriginalTitle is { } original) Add(original, Fields.OriginalTitle);
            if (movie.Year is { } year) Add(year.ToString(), Fields.Year);
            foreach (var keyword in movie.Keywords) Add(keyword, Fields.Keyword);
            foreach (var person in movie.Directors.Union(movie.Cast))
            {
                Add(person, Fields.Person);
                CollectionsMarshal.GetValueRefOrAddDefault(people, person, out _)++;
            }

            foreach (var (term, where) in fields) films.Add((term, film, where));
            fields.Clear();
        }

        var names = people.ToArray();
        var ofPeople = new List<(int Term, int Document, Fields Fields)>();
        for (var person = 0; person < names.Length; person++)
        {
            foreach (var term in builder.TermsOf(names[person].Key)) ofPeople.Add((term, person, Fields.Title));
        }

        (_terms, var order) = builder.Finish();
        _films = Postings.Of(films, order);
        _people = Postings.Of(ofPeople, order);
        _filmDocuments = new(movies);
        _peopleDocuments = new(names);

        void Add(string text, Fields field)
        {
            foreach (var term in builder.TermsOf(text)) CollectionsMarshal.GetValueRefOrAddDefault(fields, term, out _) |= field;
        }
    }

    /// <summary>How many different terms there are.</summary>
    public int Terms => _terms.Count;

    /// <summary>The films that fit best, best first, by their places.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="popularity">How popular each film is, from 0 to 1.</param>
    /// <param name="after">The end of the page before.</param>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<Ranked> Films(SearchQuery query, ReadOnlySpan<float> popularity, Ranked? after, int count) =>
        query.Words.Count == 0 ? [] : Films(new(_terms, query), query, popularity, after, count);

    /// <summary>The films and the people that fit best.</summary>
    public (IReadOnlyList<Ranked> Films, IReadOnlyList<PersonHit> People) Suggest(
        SearchQuery query, ReadOnlySpan<float> popularity, int films, int people)
    {
        if (query.Words.Count == 0) return ([], []);
        var terms = new QueryTerms(_terms, query);
        return (Films(terms, query, popularity, null, films), People(terms, query, people));
    }

    IReadOnlyList<Ranked> Films(QueryTerms terms, SearchQuery query, ReadOnlySpan<float> popularity, Ranked? after, int count)
    {
        using var tally = terms.Count(_films, _filmDocuments.Count);
        var ranking = new Ranking(count, after);
        _filmDocuments.Rank(query, tally, popularity, ranking);
        return ranking.Finish();
    }

    List<PersonHit> People(QueryTerms terms, SearchQuery query, int count)
    {
        using var tally = terms.Count(_people, _peopleDocuments.Count);
        var ranking = new Ranking(count, null);
        _peopleDocuments.Rank(query, tally, ranking);
        return [.. ranking.Finish().Select(person => _peopleDocuments[person.Document])];
    }
}
