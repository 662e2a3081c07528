namespace Matinee.Core.Training;

/// <summary>A page of what has changed.</summary>
/// <param name="Updates">The ratings that changed, as they are now; repeats and any order are allowed.</param>
/// <param name="Continuation">Opaque: where to go on behind this page.</param>
public sealed record RatingPage(IReadOnlyList<RatingUpdate> Updates, string Continuation);
