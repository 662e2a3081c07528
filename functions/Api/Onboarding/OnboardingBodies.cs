using System.Text.Json.Serialization;
using Matinee.Api.Catalog;
using Matinee.Api.Http;
using Matinee.Api.Recommendations;
using Matinee.Core.Catalog;
using Matinee.Core.Onboarding;

namespace Matinee.Api.Onboarding;

/// <summary>What the grid should be like.</summary>
public sealed record OnboardingQuery
{
    /// <summary>How many films.</summary>
    [Parameter("How many films at most.", Min = 1, Max = OnboardingRequest.MaxLimit)]
    public int Limit { get; init; } = OnboardingRequest.DefaultLimit;

    /// <summary>Films skipped.</summary>
    [Parameter("Ids of films that the viewer does not know.", MaxItems = OnboardingRequest.MaxSkipped, Example = "42,318")]
    public IReadOnlyList<int> Skip { get; init; } = [];
}

/// <summary>The answers so far.</summary>
/// <param name="Ratings">At most 500 ratings.</param>
/// <param name="Skipped">At most 1,000 ids of films that the viewer does not know.</param>
/// <param name="Shown">At most 1,000 ids of films that stand in the grid already, waiting for an answer.</param>
/// <param name="Limit">How many films at most: 24 unless told otherwise, up to 60.</param>
public sealed record OnboardingBody(
    IReadOnlyList<SentRating>? Ratings = null, IReadOnlyList<int>? Skipped = null, IReadOnlyList<int>? Shown = null, int? Limit = null);

/// <summary>A film to rate.</summary>
/// <param name="Movie">The film.</param>
/// <param name="Position">Its place in the grid, counted from 1.</param>
/// <param name="Chance">How likely the viewer is thought to know it, from 0 to 1.</param>
public sealed record OnboardingItem(MovieSummary Movie, int Position, double Chance);

/// <summary>Films to rate.</summary>
/// <param name="ModelVersion">The model that chose them; "popularity" while there is none.</param>
/// <param name="Items">The films, the one that is worth most to ask for first.</param>
public sealed record OnboardingPage(string ModelVersion, IReadOnlyList<OnboardingItem> Items)
{
    /// <summary>A grid as it is sent.</summary>
    public static OnboardingPage Of(OnboardingGrid grid, CatalogueView view) =>
        new(grid.ModelVersion, [.. grid.Items.Select(item => new OnboardingItem(MovieSummary.Of(view, item.Movie), item.Position, item.Chance))]);
}

/// <summary>The JSON of onboarding.</summary>
[JsonSerializable(typeof(OnboardingBody))]
[JsonSerializable(typeof(OnboardingPage))]
public sealed partial class OnboardingJson : JsonSerializerContext;
