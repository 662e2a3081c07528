namespace Matinee.Core.Recommendations;

/// <summary>What a list is like on average: what turning a dial costs.</summary>
/// <param name="MeanPredictedStars">The mean of the predicted stars; null where none are.</param>
/// <param name="MeanPopularityPercentile">1: all are the most rated films of the catalogue; 0: the least.</param>
/// <param name="MeanLikeness">How alike two films of the list are; 1: the same, 0: in nothing.</param>
public sealed record ListFacts(double? MeanPredictedStars, double MeanPopularityPercentile, double MeanLikeness);
