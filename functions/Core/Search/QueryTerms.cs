namespace Matinee.Core.Search;

/// <summary>The terms that the words of a query can mean, looked up once for films and people.</summary>
sealed class QueryTerms(TermDictionary terms, SearchQuery query)
{
    // With so many titles found as typed, nobody looks for what could have been meant instead.
    const int EnoughTitles = 10;

    readonly List<TermMatch>[] _asTyped = [.. query.Words.Select(word => WordMatches.Find(terms, word, withTypos: false))];
    List<TermMatch>[]? _withTypos;

    /// <summary>Counts the words in documents: as typed and, unless that finds enough, with typing errors.</summary>
    public Tally Count(Postings postings, int documents)
    {
        var mayBeMistyped = query.Words.Any(static word => word.Errors > 0);
        var found = 0;
        // Where a word is none at all, nothing can have them all.
        if (!mayBeMistyped || !query.Words.Where((word, i) => word.IsRequired && _asTyped[i].Count == 0).Any())
        {
            var isLetter = query.Words is [{ IsBeginning: true, Text.Length: 1 }];
            var asTyped = Count(_asTyped, postings, documents, isLetter ? FieldWeights.Titles : FieldWeights.TyposAnywhere);
            (found, var titles) = Found(asTyped, documents);
            if (titles >= EnoughTitles || !mayBeMistyped) return asTyped;
            asTyped.Dispose();
        }

        _withTypos ??= [.. query.Words.Select((word, i) => word.Errors == 0 ? _asTyped[i] : WordMatches.Find(terms, word, withTypos: true))];
        return Count(_withTypos, postings, documents, found == 0 ? FieldWeights.TyposAnywhere : FieldWeights.TyposInTitles);
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
