using System.Collections.Frozen;

namespace Matinee.Core.Search;

/// <summary>Words that people leave out or add when they name a film.</summary>
static class Articles
{
    static readonly FrozenSet<string> s_english = Set("the a an");

    static readonly FrozenDictionary<string, FrozenSet<string>> s_ofLanguage = new Dictionary<string, FrozenSet<string>>
    {
        ["de"] = Set("der die das ein eine"),
        ["es"] = Set("el la los las un una"),
        ["fr"] = Set("le la les un une"),
        ["it"] = Set("il lo la i gli le un uno una"),
        ["pt"] = Set("o a os as um uma"),
        ["da"] = Set("den det de en et"),
        ["no"] = Set("den det de en et"),
        ["sv"] = Set("den det de en ett"),
    }.ToFrozenDictionary();

    // Only those that are hardly ever a word of another language: "die" is in Die Hard.
    static readonly FrozenSet<string> s_optional = Set("the a an and le la les el los il der das");
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_optionalLetters = s_optional.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Can a query's word be missing in a film that is meant?</summary>
    public static bool IsOptional(ReadOnlySpan<char> word) => s_optionalLetters.Contains(word);

    /// <summary>Folded text without a leading article of English or of a language; the article alone stays.</summary>
    public static string WithoutLeading(string folded, string? language = null)
    {
        var end = folded.IndexOf(Folding.WordBreak);
        if (end < 0) return folded;
        var word = folded[..end];
        var isArticle = s_english.Contains(word) || (language is not null && s_ofLanguage.TryGetValue(language, out var articles) && articles.Contains(word));
        return isArticle ? folded[(end + 1)..] : folded;
    }

    static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
