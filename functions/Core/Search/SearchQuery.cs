using System.Globalization;

namespace Matinee.Core.Search;

/// <summary>What somebody has typed, understood.</summary>
sealed class SearchQuery
{
    const int MaxWords = 8;
    const int FirstYear = 1888;
    const int LastYear = 2100;
    const int YearLength = 4;

    readonly TitleKeys[] _titles;

    SearchQuery(IReadOnlyList<QueryWord> words, int? year, TitleKeys[] titles)
    {
        (Words, Year, _titles) = (words, year, titles);
        Required = words.Count(static word => word.IsRequired);
    }

    /// <summary>The words, none twice; no more than a title needs.</summary>
    public IReadOnlyList<QueryWord> Words { get; }

    /// <summary>How many of them are required.</summary>
    public int Required { get; }

    /// <summary>The year in it: a hint.</summary>
    public int? Year { get; }

    /// <summary>What it would be as a title: as typed and, where it ends with a year, without that.</summary>
    public ReadOnlySpan<TitleKeys> Titles => _titles;

    /// <summary>Understands any text; what holds no letter has no words.</summary>
    public static SearchQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = Folding.Fold(text);
        var parts = TitleKey.PartsOf(folded).Select(Terms.Cut).Distinct().Take(MaxWords).ToArray();
        if (parts.Length == 0) return new([], null, []);
        var isTyping = !char.IsWhiteSpace(text[^1]);
        var isNeeded = parts.Any(static part => !IsExtra(part));
        var words = parts.Select((part, i) => new QueryWord(part, isTyping && i == parts.Length - 1, !isNeeded || !IsExtra(part)));
        return new([.. words], parts.Select(YearOf).FirstOrDefault(static year => year is not null), [.. TitlesOf(folded)]);
    }

    static IEnumerable<TitleKeys> TitlesOf(string folded)
    {
        yield return TitleKeys.Of(folded);
        var end = folded.LastIndexOf(Folding.WordBreak);
        if (end >= 0 && YearOf(folded[(end + 1)..]) is not null) yield return TitleKeys.Of(folded[..end]);
    }

    static bool IsExtra(string part) => Articles.IsOptional(part) || YearOf(part) is not null;

    static int? YearOf(string part) =>
        part.Length == YearLength && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear
            ? year
            : null;
}
