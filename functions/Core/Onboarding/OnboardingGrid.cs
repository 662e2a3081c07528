using Matinee.Core.Catalog;

namespace Matinee.Core.Onboarding;

/// <summary>Films to ask somebody new about, those first that will tell the most.</summary>
/// <param name="ModelVersion">The model that chose them, or "popularity".</param>
/// <param name="Items">The films.</param>
public sealed record OnboardingGrid(string ModelVersion, IReadOnlyList<OnboardingMovie> Items);

/// <summary>A film to ask about.</summary>
/// <param name="Movie">The film.</param>
/// <param name="Position">Its place in the grid, counted from 1.</param>
/// <param name="Chance">How likely somebody who has answered so far is thought to know it, from 0 to 1; compare it within the grid.</param>
public sealed record OnboardingMovie(Movie Movie, int Position, double Chance);
