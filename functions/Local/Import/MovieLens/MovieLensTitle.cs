using System.Text.RegularExpressions;

namespace Matinee.Local.Import.MovieLens;

/// <summary>What MovieLens' "Postman, The (Postino, Il) (1994)" says.</summary>
/// <param name="Title">The title, its article in front: The Postman.</param>
/// <param name="OriginalTitle">The title in brackets, where there is one: Il Postino.</param>
/// <param name="OtherTitles">Further ones, and those "also known as".</param>
/// <param name="Year">The year; null where there is none.</param>
sealed partial record MovieLensTitle(string Title, string? OriginalTitle, IReadOnlyList<string> OtherTitles, int? Year)
{
    const string AlsoKnownAs = "a.k.a.";

    /// <summary>Reads one.</summary>
    public static MovieLensTitle Parse(string text)
    {
        var rest = text.Trim();
        var year = Year_().Match(rest);
        if (year.Success) rest = rest[..year.Index].TrimEnd();
        var (others, brackets) = (new List<string>(), new List<string>());
        // From the end on, as long as something is left before the bracket that is a title by itself.
        for (var match = Bracket().Match(rest); match.Success && IsTitle(rest[..match.Index]); match = Bracket().Match(rest))
        {
            var inside = match.Groups["text"].Value.Trim();
            rest = rest[..match.Index].TrimEnd();
            if (inside.StartsWith(AlsoKnownAs, StringComparison.OrdinalIgnoreCase)) others.Add(ArticleFirst(inside[AlsoKnownAs.Length..].Trim()));
            else if (inside.Length > 0) brackets.Add(ArticleFirst(inside));
        }

        var title = ArticleFirst(rest);
        return new(
            title.Length > 0 ? title : text.Trim(),
            brackets.Count > 0 && brackets[0] != title ? brackets[0] : null,
            [.. brackets.Skip(1), .. others.Where(other => other.Length > 0)],
            year.Success ? int.Parse(year.Groups["year"].Value) : null);
    }

    static string ArticleFirst(string title)
    {
        var match = Article().Match(title);
        if (!match.Success) return title;
        var (article, rest) = (match.Groups["article"].Value, title[..match.Index]);
        return article.EndsWith('\'') ? article + rest : $"{article} {rest}";
    }

    // "Birdman: Or (The Unexpected Virtue of Ignorance)" has brackets within the title.
    static bool IsTitle(string before) =>
        before.Trim() is { Length: > 0 } title && !title.EndsWith(':') && !title.EndsWith(" or", StringComparison.OrdinalIgnoreCase);

    // None of them may begin with blanks, or have blanks twice in a row: a title of blanks would take time by the square of its length.
    [GeneratedRegex(@"\((?<year>(18|19|20)\d\d)(\s*[-–]\s*(\d{4})?)?\)(\s*\(T?V\))?\s*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Year_();

    [GeneratedRegex(@"\((?<text>[^()]*)\)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Bracket();

    [GeneratedRegex(@",\s*(?<article>The|A|An|Le|La|Les|L'|Un|Une|El|Los|Las|Il|Lo|Gli|I|Der|Die|Das|Den|Det|De|Het|Ein|Eine|O|Os|As)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Article();
}
