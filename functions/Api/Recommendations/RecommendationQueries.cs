using Matinee.Api.Catalog;
using Matinee.Api.Http;
using Matinee.Core.Catalog;
using Matinee.Core.Recommendations;
using Matinee.Engine.Ranking;

namespace Matinee.Api.Recommendations;

/// <summary>What a list of recommendations should be like.</summary>
public sealed record RecommendationQuery : MovieFilterQuery
{
    /// <summary>How many films.</summary>
    [Parameter("How many films a page has at most. A list ends after 500 films.", Min = 1, Max = ListRequest.MaxLimit)]
    public int Limit { get; init; } = ListRequest.DefaultLimit;

    /// <summary>Variety.</summary>
    [Parameter("How much the films should differ from each other: 0 not at all, 1 above all.", Min = 0, Max = 1)]
    public double Variety { get; init; } = ListOptions.DefaultVariety;

    /// <summary>Popularity.</summary>
    [Parameter("Towards films that many know (up to 1) or few do (down to -1).", Min = -1, Max = 1)]
    public double Popularity { get; init; }

    /// <summary>Recency.</summary>
    [Parameter("Towards new films (up to 1) or old ones (down to -1).", Min = -1, Max = 1)]
    public double Recency { get; init; }

    /// <summary>Luck.</summary>
    [Parameter("The luck of the list: the same gives the same list. A new one each day where it is left out.", Min = 0, Max = int.MaxValue)]
    public int? Seed { get; init; }

    /// <summary>Films left out.</summary>
    [Parameter("Ids of films that must not come.", MaxItems = ListRequest.MaxExcluded, Example = "42,318")]
    public IReadOnlyList<int> Exclude { get; init; } = [];

    /// <summary>Ratings left out.</summary>
    [Parameter("Ids of rated films whose ratings must not count; the films stay out of the list.", MaxItems = ListRequest.MaxUnheard, Example = "42")]
    public IReadOnlyList<int> NotBecauseOf { get; init; } = [];

    /// <summary>Where to go on.</summary>
    [Parameter("Where the page before ended. Nothing comes twice, though films have been rated since.", Min = 1, Max = 4096)]
    public string? Cursor { get; init; }

    /// <summary>The request of it.</summary>
    public ListRequest ToRequest(CatalogueView view) => new()
    {
        Filter = ToFilter(view),
        Limit = Limit,
        Variety = Variety,
        Popularity = Popularity,
        Recency = Recency,
        Seed = Seed,
        Exclude = Exclude,
        NotBecauseOf = NotBecauseOf,
        Cursor = Cursor,
    };
}

/// <summary>What the rows should be like.</summary>
public sealed record RowsQuery
{
    /// <summary>How many films.</summary>
    [Parameter("How many films a row has at most.", Min = 1, Max = HomeRows.MaxLength)]
    public int Limit { get; init; } = HomeRows.DefaultLength;

    /// <summary>Luck.</summary>
    [Parameter("The luck of the rows: the same gives the same rows. A new one each day where it is left out.", Min = 0, Max = int.MaxValue)]
    public int? Seed { get; init; }
}

/// <summary>How long the list of people's favourites should be.</summary>
public sealed record PeopleQuery
{
    /// <summary>How many films.</summary>
    [Parameter("How many films at most.", Min = 1, Max = ListRequest.MaxLimit)]
    public int Limit { get; init; } = ListRequest.DefaultLimit;
}
