namespace Matinee.Core.Search;

/// <summary>The terms that the words of a query can mean, looked up once for films and people.</summary>
sealed class QueryTerms(TermDictionary terms, SearchQuery query)
{
    // With so many titles found as typed, nobody looks for what could have been meant instead.
    const int EnoughTitles = 10;

    readonly Lazy<List<TermMatch>[]> _asTyped = new(() => [.. query.Words.Select(word => WordMatches.Find(terms, word, withTypos: false))]);
    readonly Lazy<List<TermMatch>[]> _withTypos = new(() => [.. query.Words.Select(word => WordMatches.Find(terms, word, withTypos: true))]);

    /// <summary>Counts the words in documents: as typed and, unless that finds enough, with typing errors.</summary>
    public Tally Count(Postings postings, int documents)
    {
        var asTyped = Count(_asTyped.Value, postings, documents, FieldWeights.TyposAnywhere);
        var (found, titles) = Found(asTyped, documents);
        if (titles >= EnoughTitles || query.Words.All(static word => word.Errors == 0)) return asTyped;
        asTyped.Dispose();
        return Count(_withTypos.Value, postings, documents, found == 0 ? FieldWeights.TyposAnywhere : FieldWeights.TyposInTitles);
    }

    (int All, int Titles) Found(Tally tally, int documents)
    {
        var (all, titles) = (0, 0);
        for (var document = 0; document < documents; document++)
        {
            if (tally.Required[document] != query.Required) continue;
            all++;
            if (tally.TitleWords[document] >= query.Required) titles++;
        }

        return (all, titles);
    }

    Tally Count(List<TermMatch>[] matches, Postings postings, int documents, FieldWeights weights)
    {
        var tally = new Tally(documents);
        for (var i = 0; i < matches.Length; i++) tally.Add(postings, matches[i], weights, query.Words[i].IsRequired);
        return tally;
    }
}
