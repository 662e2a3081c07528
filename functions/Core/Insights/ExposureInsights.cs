namespace Matinee.Core.Insights;

/// <summary>How lists spread over films, next to how ratings do.</summary>
/// <param name="Length">How many films each list had.</param>
/// <param name="Viewers">How many viewers were listed films.</param>
/// <param name="Coverage">Which share of all films came in any list.</param>
/// <param name="Tenths">Films in ten equal parts, the most rated first.</param>
/// <param name="Spread">How unevenly it is; null for models from before it was measured.</param>
public sealed record ExposureInsights(int Length, int Viewers, double Coverage, IReadOnlyList<ExposureTenth> Tenths, ExposureSpread? Spread = null);

/// <summary>A tenth of the films.</summary>
/// <param name="Ratings">Which share of all ratings it has.</param>
/// <param name="Places">Which share of all places in lists it has.</param>
public sealed record ExposureTenth(double Ratings, double Places);

/// <summary>How unevenly ratings and places in lists are spread over films; films that nobody rated or is listed count too.</summary>
/// <param name="RatingsGini">Of ratings: 0 where all films have the same, nearly 1 where one has everything.</param>
/// <param name="PlacesGini">Of places in lists. Lists of few viewers can't show many films: with more viewers it would be lower.</param>
/// <param name="TailFilms">Which share of films is the long tail: all but the fewest, most rated ones that have half of the ratings.</param>
/// <param name="TailPlaces">Which share of places in lists the long tail has; of ratings it has half at most.</param>
/// <param name="Curve">The Lorenz curves, from none of the films to all.</param>
public sealed record ExposureSpread(double RatingsGini, double PlacesGini, double TailFilms, double TailPlaces, IReadOnlyList<LorenzPoint> Curve);

/// <summary>A point of the Lorenz curves.</summary>
/// <param name="Films">Which share of the films, those with the least first.</param>
/// <param name="Ratings">Which share of ratings those with the fewest have.</param>
/// <param name="Places">Which share of places those with the fewest have.</param>
public sealed record LorenzPoint(double Films, double Ratings, double Places);
