namespace Matinee.Core.Search;

/// <summary>Where in a film a term stands.</summary>
[Flags]
enum Fields : byte
{
    None = 0,
    Title = 1,
    OriginalTitle = 2,
    Person = 4,
    Keyword = 8,
    Year = 16,
    All = Title | OriginalTitle | Person | Keyword | Year,
    Titles = Title | OriginalTitle,
}
