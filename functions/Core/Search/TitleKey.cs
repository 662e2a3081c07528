namespace Matinee.Core.Search;

/// <summary>What two spellings of one title have in common.</summary>
static class TitleKey
{
    static readonly char[] s_breaks = [Folding.WordBreak, Folding.PartBreak];

    /// <summary>Folded text without breaks, its numbers in digits: "Spider-Man II" and "spiderman 2" are the same.</summary>
    public static string Of(string folded) => string.Concat(PartsOf(folded).Select(RomanNumerals.ToDigits));

    /// <summary>What titles are sorted by: words without a leading article, numbers in digits.</summary>
    public static string ForSorting(string title, string? language) =>
        string.Join(Folding.WordBreak, PartsOf(Articles.WithoutLeading(Folding.Fold(title), language)).Select(RomanNumerals.ToDigits));

    /// <summary>The parts of all words of folded text.</summary>
    public static string[] PartsOf(string folded) => folded.Split(s_breaks, StringSplitOptions.RemoveEmptyEntries);
}
