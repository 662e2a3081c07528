namespace Matinee.Core.Training;

/// <summary>The state that a rating is in since its last change, as training needs it.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="MovieId">For which film, not negative.</param>
/// <param name="Stars">Half a star to five, in halves; null: removed.</param>
/// <param name="RatedAt">When it was given or removed, kept to the second.</param>
/// <param name="Version">Of two states of one rating the higher is the later; 0 is imported data, behind which there is no document.</param>
public readonly record struct RatingUpdate(string UserId, int MovieId, double? Stars, DateTimeOffset RatedAt, long Version);
