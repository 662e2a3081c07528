using System.Collections.Frozen;

namespace Matinee.Core.Search;

/// <summary>The numbers of sequels in both spellings. I alone is a word, not a number.</summary>
static class RomanNumerals
{
    static readonly string[] s_romans = "ii iii iv v vi vii viii ix x xi xii xiii xiv xv".Split(' ');

    static readonly FrozenDictionary<string, string> s_digits = s_romans.Index()
        .ToFrozenDictionary(static pair => pair.Item, static pair => (pair.Index + 2).ToString());

    static readonly FrozenDictionary<string, string> s_others = s_digits
        .Concat(s_digits.Select(static pair => KeyValuePair.Create(pair.Value, pair.Key)))
        .ToFrozenDictionary();

    /// <summary>A word in digits where it is a roman numeral, else itself.</summary>
    public static string ToDigits(string word) => s_digits.GetValueOrDefault(word, word);

    /// <summary>The other spelling of a number; null where the word is none.</summary>
    public static string? Other(string word) => s_others.GetValueOrDefault(word);
}
