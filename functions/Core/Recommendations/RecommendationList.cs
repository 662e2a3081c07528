namespace Matinee.Core.Recommendations;

/// <summary>A page of recommendations.</summary>
public sealed record RecommendationList
{
    /// <summary>The list that the page is of.</summary>
    public required string ListId { get; init; }

    /// <summary>The model that made it, or <see cref="Stage.NoModel"/>.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>The luck of the list: with it the same is drawn again.</summary>
    public required int Seed { get; init; }

    /// <summary>The films.</summary>
    public required IReadOnlyList<RecommendedMovie> Items { get; init; }

    /// <summary>What the page is like.</summary>
    public required ListFacts Facts { get; init; }

    /// <summary>What it would be like with variety and dials as they usually are.</summary>
    public required ListFacts UsualFacts { get; init; }

    /// <summary>Where the next page begins; null: this was the last.</summary>
    public string? NextCursor { get; init; }
}
