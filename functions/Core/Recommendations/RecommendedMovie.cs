using Matinee.Core.Catalog;

namespace Matinee.Core.Recommendations;

/// <summary>A film of a list.</summary>
/// <param name="Movie">The film.</param>
/// <param name="Position">Its place in the whole list, counted from 1.</param>
/// <param name="Score">What the model gives it: higher comes first, but for dials, variety and luck.</param>
/// <param name="PredictedStars">How many stars the viewer would give; null where nothing is known.</param>
/// <param name="Reasons">Why it is there, the weightiest reason first.</param>
public sealed record RecommendedMovie(Movie Movie, int Position, float Score, StarEstimate? PredictedStars, IReadOnlyList<Reason> Reasons);
