using Matinee.Api.Http;
using Matinee.Core.Catalog;
using Matinee.Core.Ratings;
using Matinee.Core.Stores;

namespace Matinee.Api.Catalog;

/// <summary>How films are listed.</summary>
public sealed record MovieListQuery : MovieFilterQuery
{
    /// <summary>The order.</summary>
    [Parameter("What comes first: what is rated most these weeks, the best rated (few ratings count with reserve), the newest, or the alphabet.")]
    public MovieSort Sort { get; init; }

    /// <summary>The size of a page.</summary>
    [Parameter("How many films a page has.", Min = 1, Max = PageRequest.MaxLimit)]
    public int Limit { get; init; } = PageRequest.DefaultLimit;

    /// <summary>Where to go on.</summary>
    [Parameter("Where the page before ended (nextCursor), with the same filters and order.")]
    public string? Cursor { get; init; }
}

/// <summary>How hot films are listed.</summary>
public sealed record HotQuery
{
    /// <summary>The window.</summary>
    [Parameter("The time that counts: the last week, the last month, or all of it. Newer ratings weigh more, but for all.")]
    public HotWindow Window { get; init; } = HotWindow.Week;

    /// <summary>The size of a page.</summary>
    [Parameter("How many films a page has.", Min = 1, Max = PageRequest.MaxLimit)]
    public int Limit { get; init; } = PageRequest.DefaultLimit;

    /// <summary>Where to go on.</summary>
    [Parameter("Where the page before ended (nextCursor), of the same window.")]
    public string? Cursor { get; init; }
}

/// <summary>How many similar films are wanted.</summary>
public sealed record SimilarQuery
{
    /// <summary>The most there are.</summary>
    public const int MaxLimit = 50;

    /// <summary>How many.</summary>
    [Parameter("How many films.", Min = 1, Max = MaxLimit)]
    public int Limit { get; init; } = 12;
}

/// <summary>How reviews are listed.</summary>
public sealed record ReviewQuery
{
    /// <summary>The size of a page.</summary>
    [Parameter("How many reviews a page has.", Min = 1, Max = MovieReviews.MaxLimit)]
    public int Limit { get; init; } = MovieReviews.DefaultLimit;

    /// <summary>Where to go on.</summary>
    [Parameter("Where the page before ended (nextCursor), of the same film.")]
    public string? Cursor { get; init; }
}
