using Matinee.Engine.Portraits;

namespace Matinee.Core.Insights;

/// <summary>The kinds of viewers, and how their number was chosen.</summary>
/// <param name="Items">The portraits, the largest first; those of too few people are left out.</param>
/// <param name="Hidden">How many were left out.</param>
/// <param name="Curve">How well each number of portraits did: the elbow and the silhouette.</param>
/// <param name="Map">Where people of each portrait lie.</param>
public sealed record PortraitInsights(IReadOnlyList<PortraitPicture> Items, int Hidden, IReadOnlyList<PortraitCount> Curve, PortraitMap Map);

/// <summary>A portrait as it is drawn.</summary>
/// <param name="Portrait">The portrait.</param>
/// <param name="Radar">What its people make of the genres that all watch most; the same genres in the same order for every portrait.</param>
public sealed record PortraitPicture(Portrait Portrait, IReadOnlyList<GenreTaste> Radar);

/// <summary>People on a map of two directions, counted in cells: nobody has a dot of their own.</summary>
/// <param name="FirstShare">The share of all that people differ in that lies from left to right.</param>
/// <param name="SecondShare">The share that lies from bottom to top.</param>
/// <param name="Left">The left end.</param>
/// <param name="Right">The right end; what lies beyond is counted in the outermost cells.</param>
/// <param name="Bottom">The lower end.</param>
/// <param name="Top">The upper end.</param>
/// <param name="Columns">How many cells lie side by side.</param>
/// <param name="Rows">How many lie one above the other.</param>
/// <param name="Cells">Those with people enough.</param>
public sealed record PortraitMap(
    double FirstShare, double SecondShare, double Left, double Right, double Bottom, double Top, int Columns, int Rows, IReadOnlyList<MapCell> Cells);

/// <summary>How many people of a portrait lie in a cell.</summary>
/// <param name="Portrait">The portrait's id.</param>
/// <param name="Column">The cell, counted from the left.</param>
/// <param name="Row">The cell, counted from the bottom.</param>
/// <param name="People">How many.</param>
public sealed record MapCell(int Portrait, int Column, int Row, int People);
