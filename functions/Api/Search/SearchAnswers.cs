using System.Text.Json.Serialization;
using Matinee.Api.Http;
using Matinee.Core.Search;
using Matinee.Core.Stores;

namespace Matinee.Api.Search;

/// <summary>What is searched for.</summary>
public sealed record SearchTextQuery
{
    /// <summary>The text.</summary>
    [Parameter("What to look for.", Min = 1, Max = FilmSearch.MaxLength, Example = "amelie")]
    public string? Q { get; init; }

    /// <summary>The size of a page.</summary>
    [Parameter("How many films a page has.", Min = 1, Max = PageRequest.MaxLimit)]
    public int Limit { get; init; } = 20;

    /// <summary>Where to go on.</summary>
    [Parameter("Where the page before ended (nextCursor), of the same text.")]
    public string? Cursor { get; init; }
}

/// <summary>What somebody is typing.</summary>
public sealed record SuggestQuery
{
    const int MaxSuggestions = 20;

    /// <summary>The text.</summary>
    [Parameter("What has been typed so far.", Min = 1, Max = FilmSearch.MaxLength, Example = "hupp")]
    public string? Q { get; init; }

    /// <summary>How many films.</summary>
    [Parameter("How many films at most.", Min = 0, Max = MaxSuggestions)]
    public int Films { get; init; } = 8;

    /// <summary>How many people.</summary>
    [Parameter("How many people at most.", Min = 0, Max = MaxSuggestions)]
    public int People { get; init; } = 3;
}

/// <summary>A suggested film.</summary>
public sealed record FilmSuggestion(
    int Id, string Title, string? OriginalTitle, int? Year, IReadOnlyList<string> Genres, IReadOnlyList<string> Directors, string? PosterUrl);

/// <summary>A suggested person, and in how many films they are; /movies?person= lists these.</summary>
public sealed record PersonSuggestion(string Name, int Films);

/// <summary>Films and people, the likeliest first.</summary>
public sealed record SuggestAnswer(IReadOnlyList<FilmSuggestion> Films, IReadOnlyList<PersonSuggestion> People)
{
    /// <summary>Suggestions as they are shown.</summary>
    public static SuggestAnswer Of(Suggestions found) => new(
        [.. found.Films.Select(static movie => new FilmSuggestion(movie.Id, movie.Title, movie.OriginalTitle, movie.Year, movie.Genres, movie.Directors, movie.PosterUrl))],
        [.. found.People.Select(static person => new PersonSuggestion(person.Name, person.Films))]);
}

/// <summary>The JSON of searching.</summary>
[JsonSerializable(typeof(SuggestAnswer))]
public sealed partial class SearchJson : JsonSerializerContext;
