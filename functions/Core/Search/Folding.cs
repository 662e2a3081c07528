using System.Globalization;
using System.Text;

namespace Matinee.Core.Search;

/// <summary>
/// Brings text into the one form in which it is compared: lower-case base letters and digits, a space between words, a hyphen
/// where the parts of one word meet. "Schindler's List" and "Amélie, WALL·E" become "schindlers list" and "amelie wall-e".
/// </summary>
static class Folding
{
    public const char WordBreak = ' ';
    public const char PartBreak = '-';

    const string Apostrophes = "'’‘ʼ`´ʻ";
    const char FirstWide = '！';
    const char LastWide = '～';
    const int WideToNarrow = FirstWide - '!';

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) Append(folded, rune);
        while (folded.Length > 0 && folded[^1] is WordBreak or PartBreak) folded.Length--;
        return folded.ToString();
    }

    static void Append(StringBuilder folded, Rune rune)
    {
        if (rune.Value is >= FirstWide and <= LastWide) rune = new(rune.Value - WideToNarrow);
        if (rune.IsAscii && Rune.IsLetterOrDigit(rune))
        {
            folded.Append(char.ToLowerInvariant((char)rune.Value));
            return;
        }

        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format:
            case var _ when rune.IsBmp && Apostrophes.Contains((char)rune.Value):
                break;
            // A power or a fraction is a word's part of its own: Alien³, 8½.
            case UnicodeCategory.OtherNumber when Rune.GetNumericValue(rune) is var value && value >= 0:
                AppendNumber(folded, value);
                break;
            case UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                Break(folded, WordBreak);
                break;
            case var _ when rune.Value == '&':
                Break(folded, WordBreak);
                folded.Append("and").Append(WordBreak);
                break;
            case UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber:
            case var _ when Rune.IsLetterOrDigit(rune):
                AppendLetter(folded, Rune.ToLowerInvariant(rune));
                break;
            default:
                Break(folded, PartBreak);
                break;
        }
    }

    static void AppendLetter(StringBuilder folded, Rune letter)
    {
        if (letter.IsBmp) folded.Append(BaseLetters.Of((char)letter.Value) ?? ((char)letter.Value).ToString());
        else folded.Append(letter.ToString());
    }

    static void AppendNumber(StringBuilder folded, double value)
    {
        Break(folded, PartBreak);
        for (var below = 1; below <= 10; below++)
        {
            // What Unicode has in one sign are whole numbers and fractions with small denominators.
            var above = value * below;
            if (Math.Abs(above - Math.Round(above)) > 1e-6) continue;
            folded.Append((long)Math.Round(above));
            if (below > 1) folded.Append(PartBreak).Append(below);
            folded.Append(PartBreak);
            return;
        }
    }

    // Of breaks that meet, a word's end counts more than a part's.
    static void Break(StringBuilder folded, char kind)
    {
        if (folded.Length == 0) return;
        if (folded[^1] is WordBreak or PartBreak)
        {
            if (kind == WordBreak) folded[^1] = WordBreak;
        }
        else
        {
            folded.Append(kind);
        }
    }
}
