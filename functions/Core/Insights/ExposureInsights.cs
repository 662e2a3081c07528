namespace Matinee.Core.Insights;

/// <summary>How lists spread over films, next to how ratings do.</summary>
/// <param name="Length">How many films each list had.</param>
/// <param name="Viewers">How many viewers were listed films.</param>
/// <param name="Coverage">Which share of all films came in any list.</param>
/// <param name="Tenths">Films in ten equal parts, the most rated first.</param>
public sealed record ExposureInsights(int Length, int Viewers, double Coverage, IReadOnlyList<ExposureTenth> Tenths);

/// <summary>A tenth of the films.</summary>
/// <param name="Ratings">Which share of all ratings it has.</param>
/// <param name="Places">Which share of all places in lists it has.</param>
public sealed record ExposureTenth(double Ratings, double Places);
