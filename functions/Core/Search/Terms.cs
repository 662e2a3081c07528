namespace Matinee.Core.Search;

/// <summary>The terms under which a text is found.</summary>
static class Terms
{
    /// <summary>Longer ones are cut: nobody types on after so many letters.</summary>
    public const int MaxLength = 32;

    const char FirstKana = '\u3040';
    const char LastKana = '\u30FF';
    const char FirstHan = '\u3400';
    const char LastHan = '\u9FFF';

    /// <summary>Cuts a term.</summary>
    public static string Cut(string term) => term.Length <= MaxLength ? term : term[..MaxLength];

    /// <summary>
    /// All terms of folded text, repeats included: each part of each word, words in one piece ("spiderman"), numbers in their other
    /// spelling, and scripts without spaces from every sign on.
    /// </summary>
    public static IEnumerable<string> Of(string folded)
    {
        foreach (var word in folded.Split(Folding.WordBreak, StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = word.Split(Folding.PartBreak, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length > 1) yield return Cut(string.Concat(parts));
            foreach (var part in parts)
            {
                yield return Cut(part);
                if (RomanNumerals.Other(part) is { } other) yield return other;
                for (var from = 1; from < part.Length && IsUnspaced(part[from]); from++) yield return Cut(part[from..]);
            }
        }
    }

    /// <summary>Is the letter of a script that puts no spaces between words?</summary>
    public static bool IsUnspaced(char letter) => letter is >= FirstKana and <= LastKana or >= FirstHan and <= LastHan;
}
