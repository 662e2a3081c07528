namespace Matinee.Core.Search;

/// <summary>The terms that the words of a query can mean, looked up once for films and people.</summary>
sealed class QueryTerms(TermDictionary terms, SearchQuery query)
{
    // With so many found as typed, nobody looks for what could have been meant instead.
    const int Enough = 10;

    readonly Lazy<List<TermMatch>[]> _asTyped = new(() => [.. query.Words.Select(word => WordMatches.Find(terms, word, withTypos: false))]);
    readonly Lazy<List<TermMatch>[]> _withTypos = new(() => [.. query.Words.Select(word => WordMatches.Find(terms, word, withTypos: true))]);

    /// <summary>Counts the words in documents: as typed and, unless that finds enough, with typing errors.</summary>
    public Tally Count(Postings postings, int documents)
    {
        var asTyped = Count(_asTyped.Value, postings, documents, FieldWeights.TyposAnywhere);
        var found = asTyped.Required.AsSpan(0, documents).Count((byte)query.Required);
        if (found >= Enough || query.Words.All(static word => word.Errors == 0)) return asTyped;
        asTyped.Dispose();
        return Count(_withTypos.Value, postings, documents, found == 0 ? FieldWeights.TyposAnywhere : FieldWeights.TyposInTitles);
    }

    Tally Count(List<TermMatch>[] matches, Postings postings, int documents, FieldWeights weights)
    {
        var tally = new Tally(documents);
        for (var i = 0; i < matches.Length; i++) tally.Add(postings, matches[i], weights, query.Words[i].IsRequired);
        return tally;
    }
}
