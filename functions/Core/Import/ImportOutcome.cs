namespace Matinee.Core.Import;

/// <summary>What an import came to.</summary>
/// <param name="Ratings">How many ratings the source has now.</param>
/// <param name="Users">Of how many people.</param>
/// <param name="Films">For how many films.</param>
/// <param name="FilmsAdded">How many films were new.</param>
/// <param name="FilmsFilled">Of how many films more is known than before.</param>
/// <param name="CountsChanged">Of how many films the counts have changed; none, and nothing else: it was all there already.</param>
public sealed record ImportOutcome(long Ratings, int Users, int Films, int FilmsAdded, int FilmsFilled, int CountsChanged);
