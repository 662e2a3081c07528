using Matinee.Api.Http;
using Matinee.Core.Stores;

namespace Matinee.Api.Ratings;

/// <summary>Which part of a list.</summary>
public record PageQuery
{
    /// <summary>How many.</summary>
    [Parameter("How many items the page has at most.", Min = 1, Max = PageRequest.MaxLimit)]
    public int Limit { get; set; } = PageRequest.DefaultLimit;

    /// <summary>Where.</summary>
    [Parameter("Where the page before ended: its nextCursor.")]
    public string? Cursor { get; set; }

    internal PageRequest ToPage() => new() { Limit = Limit, Cursor = Cursor };
}
