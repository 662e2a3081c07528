namespace Matinee.Core.Recommendations;

/// <summary>The first page of a viewer's list as they see it when they ask for nothing in particular.</summary>
/// <param name="MovieIds">The films, in their order.</param>
/// <param name="ModelVersion">The version of the model that made it.</param>
public sealed record FirstPage(IReadOnlyList<int> MovieIds, string ModelVersion);
