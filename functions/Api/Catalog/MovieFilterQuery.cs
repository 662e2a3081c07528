using Matinee.Api.Http;
using Matinee.Core.Catalog;
using Matinee.Core.Problems;

namespace Matinee.Api.Catalog;

/// <summary>The query parameters of every list that films can be filtered in.</summary>
public record MovieFilterQuery
{
    const int FirstYear = 1870;
    const int LastYear = 2100;
    const int Years = 10;
    const int MaxMinutes = 6000;
    const int MaxGenres = 20;
    const int MaxName = 100;

    /// <summary>Genres.</summary>
    [Parameter("Only films of these genres, as /genres names them.", Max = MaxName, MaxItems = MaxGenres, Example = "Comedy,Drama")]
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>One of the genres or all of them.</summary>
    [Parameter("Whether a film needs any one of the genres or all of them.")]
    public GenreMatch GenreMatch { get; init; }

    /// <summary>A decade.</summary>
    [Parameter("Only films of this decade, by its first year; in place of yearFrom and yearTo.", Min = FirstYear, Max = LastYear, Example = "1990")]
    public int? Decade { get; init; }

    /// <summary>The first year.</summary>
    [Parameter("Only films of this year or later.", Min = FirstYear, Max = LastYear)]
    public int? YearFrom { get; init; }

    /// <summary>The last year.</summary>
    [Parameter("Only films of this year or earlier.", Min = FirstYear, Max = LastYear)]
    public int? YearTo { get; init; }

    /// <summary>The least minutes.</summary>
    [Parameter("Only films of so many minutes or more.", Min = 0, Max = MaxMinutes)]
    public int? RuntimeFrom { get; init; }

    /// <summary>The most minutes.</summary>
    [Parameter("Only films of so many minutes or fewer.", Min = 0, Max = MaxMinutes, Example = "120")]
    public int? RuntimeTo { get; init; }

    /// <summary>Languages.</summary>
    [Parameter("Only films in one of these languages (ISO 639-1).", Min = 2, Max = 3, MaxItems = MaxGenres, Example = "fr")]
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>A name.</summary>
    [Parameter("Only films that this person directed or plays in, by the whole name.", Min = 1, Max = MaxName, Example = "Isabelle Huppert")]
    public string? Person { get; init; }

    /// <summary>The fewest ratings.</summary>
    [Parameter("Only films with so many ratings or more.", Min = 0, Max = int.MaxValue)]
    public int MinVotes { get; init; }

    /// <summary>The filter, checked against what the catalogue has.</summary>
    /// <exception cref="ProblemException">The parameters contradict each other, or name a genre that there is not.</exception>
    public MovieFilter ToFilter(CatalogueView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (Decade is { } decade && decade % Years != 0) throw ProblemException.InvalidValue("decade", $"{decade} is no decade's first year; try {decade / Years * Years}");
        if (Decade is not null && (YearFrom ?? YearTo) is not null) throw ProblemException.InvalidValue("decade", "give either the decade or years");
        CheckOrder("yearFrom", YearFrom, YearTo);
        CheckOrder("runtimeFrom", RuntimeFrom, RuntimeTo);
        foreach (var genre in Genres) CheckGenre(view, genre);
        return new()
        {
            Genres = Genres,
            AllGenres = GenreMatch == GenreMatch.All,
            YearFrom = Decade ?? YearFrom,
            YearTo = Decade + Years - 1 ?? YearTo,
            RuntimeFrom = RuntimeFrom,
            RuntimeTo = RuntimeTo,
            Languages = Languages,
            Person = Person,
            MinVotes = MinVotes,
        };
    }

    static void CheckOrder(string name, int? from, int? to)
    {
        if (from > to) throw ProblemException.InvalidValue(name, $"{from} is more than {to}, where it must end");
    }

    static void CheckGenre(CatalogueView view, string genre)
    {
        if (view.Genres.Any(known => string.Equals(known.Name, genre, StringComparison.OrdinalIgnoreCase))) return;
        throw ProblemException.InvalidValue("genres", $"there is no genre '{genre}'; there are {string.Join(", ", view.Genres.Select(static known => known.Name))}");
    }
}

/// <summary>How many of several genres a film needs.</summary>
public enum GenreMatch
{
    /// <summary>One of them.</summary>
    Any,

    /// <summary>Every one.</summary>
    All,
}
