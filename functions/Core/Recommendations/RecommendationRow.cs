namespace Matinee.Core.Recommendations;

/// <summary>A row of the home page.</summary>
/// <param name="Id">Which row; the same each time.</param>
/// <param name="TitleKey">What it is about, for the front end to word.</param>
/// <param name="Args">What goes into the wording.</param>
/// <param name="Items">The films.</param>
public sealed record RecommendationRow(
    string Id, string TitleKey, IReadOnlyDictionary<string, string> Args, IReadOnlyList<RecommendedMovie> Items);

/// <summary>The rows of the home page; no film is in two of them.</summary>
/// <param name="ListId">The id of all of it.</param>
/// <param name="ModelVersion">The model that made it, or <see cref="Stage.NoModel"/>.</param>
/// <param name="Seed">The luck of it.</param>
/// <param name="Items">The rows; one that has nothing to show is left out.</param>
public sealed record RecommendationRows(string ListId, string ModelVersion, int Seed, IReadOnlyList<RecommendationRow> Items);
