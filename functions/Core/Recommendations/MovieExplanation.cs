namespace Matinee.Core.Recommendations;

/// <summary>Why a film has its score: <see cref="Base"/> and the shares add up to it.</summary>
/// <param name="MovieId">The film.</param>
/// <param name="Score">Its score in the viewer's lists.</param>
/// <param name="Base">What anyone would see without ratings.</param>
/// <param name="PredictedStars">How many stars the viewer would give; null where nothing is known.</param>
/// <param name="Shares">What each of the viewer's ratings has to do with it, the largest share first.</param>
public sealed record MovieExplanation(int MovieId, float Score, float Base, StarEstimate? PredictedStars, IReadOnlyList<RatingShare> Shares);

/// <summary>What one rating has to do with a score.</summary>
/// <param name="MovieId">The film that was rated.</param>
/// <param name="Stars">The stars it got.</param>
/// <param name="Share">The summand of the score.</param>
/// <param name="Drop">By how much exactly the score falls without this rating.</param>
public sealed record RatingShare(int MovieId, double Stars, float Share, float Drop);

/// <summary>Why films have their scores.</summary>
/// <param name="ModelVersion">The model that says so.</param>
/// <param name="Items">The films, in the order asked for.</param>
public sealed record Explanations(string ModelVersion, IReadOnlyList<MovieExplanation> Items);
