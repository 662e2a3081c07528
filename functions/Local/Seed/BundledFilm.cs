using Matinee.Core.Catalog;

namespace Matinee.Local.Seed;

/// <summary>A film of the bundled catalogue.</summary>
/// <param name="Id">Its number in this catalogue, given once and never to another film.</param>
/// <param name="Title">The title it goes by in English.</param>
/// <param name="OriginalTitle">The title it was made under, in its own script; null where that is the same.</param>
/// <param name="Year">When it was first shown.</param>
/// <param name="Genres">MovieLens' names, at least one.</param>
/// <param name="Minutes">The running time.</param>
/// <param name="Language">ISO 639-1: what is mostly spoken, of silent films the language of the titles.</param>
/// <param name="Countries">ISO 3166-1 alpha-2, the leading one first; of states that are gone, today's heirs.</param>
/// <param name="Directors">At least one.</param>
/// <param name="Cast">Those who act, speak or are portrayed; empty where nobody does.</param>
/// <param name="Keywords">In lower case.</param>
/// <param name="Synopsis">One sentence.</param>
/// <param name="ImdbId">Null where it is not known for certain.</param>
sealed record BundledFilm(
    int Id,
    string Title,
    string? OriginalTitle,
    int Year,
    IReadOnlyList<string> Genres,
    int Minutes,
    string Language,
    IReadOnlyList<string> Countries,
    IReadOnlyList<string> Directors,
    IReadOnlyList<string> Cast,
    IReadOnlyList<string> Keywords,
    string Synopsis,
    string? ImdbId)
{
    /// <summary>The film as the catalogue keeps it.</summary>
    public Movie ToMovie() => new()
    {
        Id = Id,
        Title = Title,
        OriginalTitle = OriginalTitle,
        Year = Year,
        Genres = Genres,
        RuntimeMinutes = Minutes,
        Directors = Directors,
        Cast = Cast,
        Keywords = Keywords,
        Overview = Synopsis,
        Language = Language,
        ImdbId = ImdbId,
    };
}
