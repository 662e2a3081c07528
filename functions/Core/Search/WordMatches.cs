namespace Matinee.Core.Search;

/// <summary>Which terms a word of a query can mean, and how well each fits: 1 is the very word.</summary>
static class WordMatches
{
    // A word that is typed on is a little less than the whole one, the less the more of it is missing.
    const float BeginningFit = 0.85f;
    const float MissingShare = 0.3f;

    // So many terms begin with one letter or two that how much is missing of each says nothing, and takes its time.
    const int ShortBeginning = 2;

    static readonly float[] s_fitOfErrors = [1, 0.6f, 0.4f];

    /// <summary>The terms, some perhaps several times.</summary>
    /// <param name="terms">All terms.</param>
    /// <param name="word">The word.</param>
    /// <param name="withTypos">Are typing errors overlooked?</param>
    public static List<TermMatch> Find(TermDictionary terms, QueryWord word, bool withTypos)
    {
        var matches = new List<TermMatch>();
        Add(terms, word, terms.Exactly(word.Text), isBeginning: false, isTypo: false, matches);
        if (word.IsBeginning) Add(terms, word, terms.BeginningWith(word.Text), isBeginning: true, isTypo: false, matches);
        if (!withTypos || word.Errors == 0) return matches;
        var ranges = new List<TermRange>();
        TypoSearch.Find(terms, word.Text, word.Errors, false, ranges);
        foreach (var range in ranges) Add(terms, word, range, isBeginning: false, isTypo: true, matches);
        if (!word.IsBeginning) return matches;
        ranges.Clear();
        TypoSearch.Find(terms, word.Text, word.Errors, true, ranges);
        foreach (var range in ranges) Add(terms, word, range, isBeginning: true, isTypo: true, matches);
        return matches;
    }

    static void Add(TermDictionary terms, QueryWord word, TermRange range, bool isBeginning, bool isTypo, List<TermMatch> matches)
    {
        if (range.From == range.To) return;
        var fit = s_fitOfErrors[range.Errors] * (isBeginning ? BeginningFit : 1);
        if (isBeginning && word.Text.Length <= ShortBeginning)
        {
            matches.Add(new(range.From, range.To, fit * (1 - MissingShare), isTypo));
            return;
        }

        for (var term = range.From; term < range.To; term++)
        {
            // Nobody who mistypes an article minds, and half of all films have one.
            if (isTypo && Articles.IsOptional(terms[term])) continue;
            var missing = isBeginning ? Math.Max(0, terms[term].Length - word.Text.Length) / (float)terms[term].Length : 0;
            matches.Add(new(term, term + 1, fit * (1 - MissingShare * missing), isTypo));
        }
    }
}
