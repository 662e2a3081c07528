using System.Text;

namespace Matinee.Core.Import;

/// <summary>What is compared of titles: letters and digits, without case, accents, punctuation and a leading article.</summary>
static class TitleKey
{
    static readonly string[] s_articles =
        ["the ", "a ", "an ", "le ", "la ", "les ", "l ", "un ", "une ", "el ", "los ", "las ", "il ", "lo ", "gli ", "i ", "der ", "die ", "das "];

    // Runtimes without globalization data do not take letters apart: the accented ones of Europe's Latin alphabets, each behind its plain letter.
    static readonly Dictionary<char, char> s_plain = Plain(
        "aàáâãäåāăą", "cçćčĉċ", "dďđð", "eèéêëēėęěĕ", "gğģĝġ", "hĥħ", "iìíîïīįıĭĩ", "jĵ", "kķ", "lłľļĺ", "nñńňņ", "oòóôõöøōőŏ", "rřŕŗ", "sśšşșŝ",
        "tťţțŧ", "uùúûüūůűųŭũ", "wŵ", "yýÿŷ", "zźżž");

    public static string Of(string title)
    {
        var words = new StringBuilder(title.Length);
        foreach (var letter in title)
        {
            var lower = char.ToLowerInvariant(letter);
            if (lower == '&') words.Append(" and ");
            else if (lower is 'æ') words.Append("ae");
            else if (lower is 'œ') words.Append("oe");
            else if (lower is 'ß') words.Append("ss");
            else if (char.IsLetterOrDigit(lower)) words.Append(s_plain.GetValueOrDefault(lower, lower));
            else if (lower is not ('\'' or '’' or '.') && words.Length > 0 && words[^1] != ' ') words.Append(' ');
            if (words.Length > 1 && words[^1] == ' ' && words[^2] == ' ') words.Length--;
        }

        var text = words.ToString().Trim();
        var article = Array.Find(s_articles, article => text.Length > article.Length && text.StartsWith(article, StringComparison.Ordinal));
        text = article is null ? text : text[article.Length..];
        return text.Length > 0 ? text.Replace(" ", "", StringComparison.Ordinal) : title.Trim().ToLowerInvariant();
    }

    static Dictionary<char, char> Plain(params string[] letters) =>
        letters.SelectMany(group => group.Skip(1).Select(accented => KeyValuePair.Create(accented, group[0]))).ToDictionary();
}
