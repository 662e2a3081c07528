using Matinee.Core.Profiles;
using Matinee.Core.Ratings;
using Matinee.Core.Recommendations;

namespace Matinee.Core.Catalog;

/// <summary>What a film is to one viewer.</summary>
/// <param name="Rating">Their rating; null where there is none.</param>
/// <param name="OnShelf">Why it is on their shelf; empty where it is not.</param>
/// <param name="Prediction">How they would probably like it; null where that can't be said.</param>
public sealed record ViewersMovie(ViewerRating? Rating, IReadOnlyList<ShelfKind> OnShelf, StarPrediction? Prediction);
