namespace Matinee.Core.Search;

/// <summary>A title's key with and without its leading article: whole is compared with whole, bare with bare.</summary>
/// <param name="Whole">With everything.</param>
/// <param name="Bare">Without a leading article.</param>
readonly record struct TitleKeys(string Whole, string Bare)
{
    /// <summary>The keys of folded text.</summary>
    public static TitleKeys Of(string folded, string? language = null)
    {
        var whole = TitleKey.Of(folded);
        var rest = Articles.WithoutLeading(folded, language);
        return new(whole, rest.Length == folded.Length ? whole : TitleKey.Of(rest));
    }
}
